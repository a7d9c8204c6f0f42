/* Streamlit's own words in Dutch, its choices as steps in the history, its focus visible.
   Runs beside Streamlit's bundle, which stays as it is. */
"use strict";
(() => {
  /* Numbers and calendars go by the language of the page, not by that of the browser. */
  const locale = () => (document.documentElement.lang === "en" ? "en-GB" : "nl-NL");
  Object.defineProperty(Navigator.prototype, "language", { configurable: true, get: locale });
  Object.defineProperty(Navigator.prototype, "languages", { configurable: true, get: () => [locale()] });

  const DUTCH = {
    "Skip to main content": "Naar de inhoud",
    "Main menu": "Hoofdmenu", "Sidebar": "Menu", "Expand sidebar": "Menu openen", "Collapse sidebar": "Menu sluiten",
    "Link to heading": "Verwijzing naar deze kop", "Selected": "Gekozen", "App pages": "Pagina’s", "Navigate to home page": "Naar de eerste pagina",
    "Rerun": "Opnieuw laden", "Settings": "Instellingen", "Print": "Afdrukken", "About": "Over",
    "Record screen": "Scherm opnemen", "Record a screencast": "Scherm opnemen", "Theme": "Weergave",
    "System": "Als het apparaat", "Light": "Licht", "Dark": "Donker", "Clear cache": "Geheugen legen",
    "Get help": "Hulp", "Report a bug": "Fout melden", "Copy version to clipboard": "Versie kopiëren",
    "Stop": "Stoppen", "Running...": "Bezig…", "Stopping...": "Stopt…", "Please wait...": "Even geduld…",
    "Connecting": "Verbinden", "Connecting to Streamlit server": "Verbinding maken",
    "Connection error": "Geen verbinding", "Connection closed": "Verbinding verbroken",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "De verbinding is weg. Wacht tot die terug is en probeer het dan opnieuw.",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Deze pagina gaat vanzelf verder zodra de verbinding terug is. Wat u invulde blijft staan.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Deze pagina gaat vanzelf verder zodra de verbinding terug is. Wat u invulde blijft staan.",
    "Reconnected to server.": "De verbinding is er weer.",
    "Network error": "Netwerkfout", "Try again": "Opnieuw proberen",
    "Page not found": "Pagina niet gevonden",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Deze pagina is er niet. U ziet de eerste pagina.",
    "Notifications": "Meldingen",
    "Close": "Sluiten", "Cancel": "Annuleren", "Copy": "Kopiëren", "View less": "Minder tonen",
    "Fullscreen": "Volledig scherm", "Close fullscreen": "Volledig scherm sluiten",
    "Download as CSV": "Als CSV opslaan", "Search": "Zoeken", "Type to search": "Typ om te zoeken",
    "Close Search": "Zoeken sluiten", "Next Result": "Volgende", "Previous Result": "Vorige",
    "Show/hide columns": "Kolommen kiezen", "Select all": "Alles kiezen", "Clear selection": "Keuze wissen",
    "Dataframe column menu": "Menu van de kolom", "Copy column name": "Naam van de kolom kopiëren",
    "Sort ascending": "Oplopend sorteren", "Sort descending": "Aflopend sorteren",
    "Pin column": "Kolom vastzetten", "Unpin column": "Kolom losmaken", "Hide column": "Kolom verbergen",
    "Autosize": "Breedte passend", "Format": "Notatie", "Automatic": "Automatisch", "Localized": "Zoals de browser",
    "Plain": "Kaal", "Compact": "Kort", "Dollar": "Dollar", "Yen": "Yen", "Percent": "Procent",
    "Scientific": "Wetenschappelijk", "Accounting": "Boekhoudkundig", "Duration": "Duur", "Distance": "Afstand",
    "Calendar": "Kalender", "Add row": "Regel toevoegen", "Delete row(s)": "Regels verwijderen",
    "Count": "Aantal", "Distinct": "Verschillend", "Empty": "Leeg", "Values": "Waarden", "Range": "Bereik",
    "Average": "Gemiddeld", "Median": "Middelste waarde", "Minimum": "Laagste", "Maximum": "Hoogste", "Sum": "Som",
    "Standard deviation": "Standaardafwijking", "Average length": "Gemiddelde lengte",
    "Minimum length": "Kortste", "Maximum length": "Langste", "Based on sample": "Op een steekproef",
    "No data": "Geen gegevens", "No content": "Leeg", "No options": "Geen keuzes", "No results": "Niets gevonden",
    "Loading...": "Laden…", "Select...": "Kies…", "Add...": "Toevoegen…", "empty": "leeg",
    "All selected options have been cleared.": "Alle keuzes zijn gewist.",
    "Choose an option": "Kies", "Choose options": "Kies", "Clear all": "Alles wissen", "Clear value": "Wissen",
    "Add files": "Bestanden kiezen", "Upload": "Bestand kiezen", "Browse files": "Bestand kiezen",
    "Drag and drop file here": "Sleep een bestand hierheen", "Drag and drop files here": "Sleep bestanden hierheen",
    "Next page": "Volgende pagina", "Previous page": "Vorige pagina", "Pagination": "Pagina’s",
    "Scroll tabs left": "Tabbladen naar links", "Scroll tabs right": "Tabbladen naar rechts",
    "Press Enter to apply": "Enter om toe te passen", "Press Ctrl+Enter to apply": "Ctrl+Enter om toe te passen",
    "Press Enter to submit form": "Enter om te versturen",
    "Press Ctrl+Enter to submit form": "Ctrl+Enter om te versturen",
    "Next month": "Volgende maand", "Previous month": "Vorige maand", "Calendar.": "Kalender.",
    "Increment": "Hoger", "Decrement": "Lager", "Help": "Uitleg", "Dismiss": "Sluiten",
    "Choose date": "Datum kiezen", "Choose date range": "Periode kiezen",
    "Clear date": "Datum wissen", "Clear dates": "Datums wissen", "Clear entry": "Wissen",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Kies met de pijltjes een dag. Enter kiest, Escape sluit.",
    "Quick select a date range": "Snel een periode kiezen",
    "Date range": "Periode", "Selected values": "Wat gekozen is", "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes", "Color Picker": "Kleur kiezen", "Color picker": "Kleur kiezen",
    "file upload": "bestand kiezen", "Invalid input.": "Dit kan hier niet.",
    "Drag and drop a file here": "Sleep een bestand hierheen", "File type not allowed.": "Dit soort bestand kan hier niet.",
    "Error uploading file": "Het bestand is niet aangekomen. Probeer het opnieuw.",
    "Failed to load data": "De gegevens zijn niet geladen. Laad de pagina opnieuw.",
    "Connection timed out.": "Er komt geen antwoord.", "Connection timed out": "Er komt geen antwoord",
    "No response received from server": "Er komt geen antwoord",
    "Number is above the allowed range.": "Dit getal is te groot.",
    "Number is below the allowed range.": "Dit getal is te klein.",
    "Edit markdown content": "Tekst wijzigen", "Cancel (Escape)": "Annuleren (Escape)",
    "Distribution histogram": "Verdeling van de waarden", "Top values frequency chart": "Meest voorkomende waarden",
    "True/false distribution chart": "Verdeling van ja en nee",
    "Copied": "Gekopieerd", "Made with Streamlit v": "Gemaakt met Streamlit ",
    "Download failed": "Het bestand is niet opgehaald. Probeer het opnieuw.",
    "Failed to generate file for download": "Het bestand is niet gemaakt. Laad de pagina opnieuw en probeer het nog eens.",
    "Network Error": "Netwerkfout", "Network issue": "Niet geladen: laad de pagina opnieuw",
    "Script execution error": "Er ging iets mis op deze pagina", "Unknown error": "Onbekende fout",
    "dd": "dd", "mm": "mm", "yyyy": "jjjj",
  };
  const MONTHS = {
    January: "januari", February: "februari", March: "maart", April: "april", May: "mei", June: "juni",
    July: "juli", August: "augustus", September: "september", October: "oktober", November: "november",
    December: "december",
  };
  const PARTS = { day: "dag", month: "maand", year: "jaar" };
  /* What has a name or a number in it, and its Dutch; null when it is no word of Streamlit's after all.
     Some only name a part for who hears the page: our own texts may begin so. */
  const PATTERNS = [
    [/^(?:Limit )?(\d+)MB per file(.*)$/, (n, rest) => `Hoogstens ${n} MB per bestand${rest}`],
    [/^File must be (\S+) or smaller\.?$/, (size) => `Een bestand mag hoogstens ${size} zijn.`],
    [/^(\S+) files are not allowed\.$/, (kind) => `Een bestand van het soort ${kind} kan hier niet.`],
    [/^Upload (.+)$/, (what) => `Kies ${what}`, "name"],
    [/^Remove (.+)$/, (what) => `${what} weghalen`, "name"],
    [/^Add: (.+)$/, (what) => `Toevoegen: ${what}`],
    [/^Create "(.+)"$/, (what) => `“${what}” toevoegen`],
    [/^Select (\d+) matches$/, (n) => `Alle ${n} kiezen`],
    [/^Page (\d+)$/, (n) => `Pagina ${n}`],
    [/^(\d+) options? available\.$/, (n) => (n === "1" ? "1 keuze." : `${n} keuzes.`)],
    [/^Help for (.+)$/s, (what) => `Uitleg bij ${what}`],
    [/^(.+) color picker$/, (what) => `${what}: kleur kiezen`],
    [/^(day|month|year), (.+)$/s, (part, what) => `${PARTS[part]}, ${what}`],
    [/^Choose date, (.+)$/, (what) => `Datum kiezen, ${what}`],
    [/^Selected Date: (\w+) (\d+), (\d+)$/, (month, day, year) => `Gekozen datum: ${day} ${MONTHS[month] ?? month} ${year}`],
    [/^(\d\d) – (\w+)$/, (n, month) => (month in MONTHS ? `${n} – ${MONTHS[month]}` : null)],
    [/^Number is above the allowed range\. Please .* equal to (.+)\.$/, (most) => `Dit getal is te groot: hoogstens ${most}.`],
    [/^Number is below the allowed range\. Please .* equal to (.+)\.$/, (least) => `Dit getal is te klein: minstens ${least}.`],
    [/^Number is outside the allowed range\. Please .* between (.+) and (.+)\.$/, (least, most) => `Kies een getal van ${least} tot en met ${most}.`],
    /* A button of a table names the table too. */
    [/^([^:]+): (.+)$/s, (known, what) => (Object.hasOwn(DUTCH, known) ? `${DUTCH[known]}: ${what}` : null)],
  ];
  /* A date out of range is told in Markdown, as our own texts are. */
  const DATE_FAULT = /^: Date set outside allowed range\. Please select a date (?:between (\S+) and (\S+)|on or (before|after) (\S+))\.$/;
  const NAMED = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description"];
  const OURS = '[data-testid="stMarkdownContainer"] *, [data-testid="stCaptionContainer"] *, [data-testid="stHtml"] *, .js-plotly-plot *, canvas *';
  const DROPZONE = '[data-testid="stFileUploaderDropzone"]'; // its button holds Streamlit's word
  const dutch = () => document.documentElement.lang !== "en";

  function word(text, isName = false) {
    const bare = text.trim();
    if (!bare) return null;
    if (Object.hasOwn(DUTCH, bare)) return text.replace(bare, DUTCH[bare]);
    for (const [pattern, said, of] of PATTERNS) {
      const found = of && !isName ? null : bare.match(pattern);
      if (found) return said(...found.slice(1));
    }
    return null;
  }

  function dateFault(node) {
    const found = node.data.match(DATE_FAULT);
    if (!found) return;
    const [, first, last, side, day] = found;
    const range = first ? `van ${first} tot en met ${last}` : `${side === "before" ? "tot en met" : "vanaf"} ${day}`;
    node.data = `: kies een datum ${range}.`;
    if (node.previousSibling) node.previousSibling.textContent = "Deze datum kan hier niet";
  }

  function put(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const around = node.parentElement;
      if (around?.closest(OURS) && !around.closest(DROPZONE)) return void dateFault(node);
      const found = word(node.data);
      if (found !== null && found !== node.data) node.data = found;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of NAMED) {
      const found = node.hasAttribute(name) ? word(node.getAttribute(name), true) : null;
      if (found !== null) node.setAttribute(name, found);
    }
    for (const child of node.childNodes) put(child);
  }

  /* What our own pages ask of the document: its language, and a part that scrolls by keyboard. */
  function serve(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const part of [node, ...node.querySelectorAll("[data-page-language], [class*=st-key-map_scroll]")]) {
      if (part.dataset?.pageLanguage) document.documentElement.lang = part.dataset.pageLanguage;
      if (part.matches("[class*=st-key-map_scroll]")) part.tabIndex = 0;
    }
  }

  /* A small table that is wider than the screen scrolls by itself: the keyboard must reach it. */
  const WIDE = '[data-testid="stTable"] div:has(> table), [data-testid="stTableStyledTable"]';
  function reachTables() {
    for (const found of document.querySelectorAll(WIDE)) {
      const part = found.tagName === "TABLE" ? found.parentElement : found;
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    }
  }
  /* While there is no connection fields are closed. Whoever was typing in one is back in it after:
     leaving it is what sends its text. */
  let typedIn = null;
  addEventListener("focusin", ({ target }) => { if (target.matches("input, textarea")) typedIn = target; });
  function backTo(field) {
    if (document.querySelector('[role="dialog"]')) setTimeout(() => backTo(field), 100); // of the lost connection
    else field.focus({ preventScroll: true });
  }
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target === typedIn && !target.disabled) backTo(target);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["disabled"] });

  let waiting = 0;
  const soon = () => { waiting ||= setTimeout(() => { waiting = 0; reachTables(); }, 100); };
  document.fonts.addEventListener("loadingdone", soon); // letters that come later are wider
  addEventListener("resize", soon);

  new MutationObserver((changes) => {
    soon();
    for (const change of changes) change.addedNodes.forEach(serve);
    if (!dutch()) return;
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(put);
      else put(change.target);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED,
  });

  /* A choice becomes a step in the history. Back takes it back: the page is asked for once more with
     the choices that stand in its address then. */
  let path = location.pathname;
  for (const name of ["pushState", "replaceState"]) {
    const go = history[name].bind(history);
    const push = history.pushState.bind(history);
    history[name] = (state, unused, url) => {
      const to = new URL(url ?? location.href, location.href);
      const choice = to.pathname === location.pathname && to.search !== location.search;
      if (choice && location.search) push(state, unused, url);
      else go(state, unused, url);
      path = location.pathname;
    };
  }
  window.addEventListener("popstate", (event) => {
    const here = path === location.pathname;
    path = location.pathname;
    if (!here) return;
    event.stopImmediatePropagation();
    location.reload();
  }, true);
})();
