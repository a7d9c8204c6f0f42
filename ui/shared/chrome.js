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
    "Main menu": "Hoofdmenu", "App pages": "Pagina’s", "Navigate to home page": "Naar de eerste pagina",
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
      "De server geeft geen antwoord. Is er nog verbinding met het netwerk?",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "De server geeft geen antwoord. Deze pagina gaat vanzelf verder zodra de verbinding terug is; wat u invulde blijft staan.",
    "Reconnected to server.": "De verbinding is er weer.",
    "Network error": "Netwerkfout", "Try again": "Opnieuw proberen",
    "Page not found": "Pagina niet gevonden", "Notifications": "Meldingen",
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
    "Average": "Gemiddeld", "Median": "Mediaan", "Minimum": "Laagste", "Maximum": "Hoogste", "Sum": "Som",
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
    "Increment value": "Hoger", "Decrement value": "Lager", "Help": "Uitleg",
  };
  const NAMED = ["aria-label", "title", "placeholder", "alt"];
  const OURS = '[data-testid="stMarkdownContainer"] *, [data-testid="stHtml"] *, .js-plotly-plot *, canvas *';
  const dutch = () => document.documentElement.lang !== "en";

  function word(text) {
    const bare = text.trim();
    if (!bare) return null;
    if (Object.hasOwn(DUTCH, bare)) return text.replace(bare, DUTCH[bare]);
    const limit = bare.match(/^(?:Limit )?(\d+)MB per file(.*)$/);
    if (limit) return `Hoogstens ${limit[1]} MB per bestand${limit[2]}`;
    const remove = bare.match(/^Remove (.+)$/);
    if (remove) return `${remove[1]} weghalen`;
    const page = bare.match(/^Page (\d+)$/);
    return page ? `Pagina ${page[1]}` : null;
  }

  function put(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.closest(OURS)) return;
      const found = word(node.data);
      if (found !== null && found !== node.data) node.data = found;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of NAMED) {
      const found = node.hasAttribute(name) ? word(node.getAttribute(name)) : null;
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
