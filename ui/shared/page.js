/* What our own tables and buttons do in the page; see `html_table.py` and `taking_along.py`. */
"use strict";
(() => {
  /* A click on a place of ours, told to the server through a field of Streamlit's. */
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  function send(to, value) {
    const field = document.querySelector(`.st-key-hidden_${CSS.escape(to)} input`);
    if (!field) return;
    setValue.call(field, `${value}\t${Date.now()}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  }

  /* In a grid a cell is known by its row and its place in it. */
  const cellOf = (node) => node.closest?.("table[role=grid] tr[data-row] > td");
  const placeOf = (cell) => `${cell.parentElement.dataset.row},${cell.cellIndex - 1}`;

  function choose(node) {
    const cell = cellOf(node);
    if (cell) {
      focusCell(cell);
      send(cell.closest("table").dataset.to, placeOf(cell));
      return true;
    }
    const place = node.closest?.("[data-to][data-value]");
    if (!place) return false;
    send(place.dataset.to, place.dataset.value);
    if (place.closest(".map-list")) showAnswer(".st-key-cell_panel");
    return true;
  }

  function focusCell(cell) {
    for (const other of cell.closest("table").querySelectorAll("td[tabindex='0']")) other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus({ preventScroll: false });
  }

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  function step(cell, [down, across]) {
    let row = cell.parentElement;
    do row = down < 0 ? row.previousElementSibling : down > 0 ? row.nextElementSibling : row;
    while (row && down && !row.dataset.row);
    const next = row?.cells[cell.cellIndex + across];
    if (next?.tagName === "TD") focusCell(next);
  }

  /* On a narrow screen the answer to a click stands lower on the page: go there once it is made. */
  function showAnswer(selector, tries = 40) {
    const app = document.querySelector('[data-testid="stApp"]');
    const answer = document.querySelector(selector);
    const busy = app?.dataset.testScriptState !== "notRunning";
    if (tries > 37 || (busy && tries)) setTimeout(() => showAnswer(selector, tries - 1), 150);
    else answer?.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  function showAll(button) {
    const table = document.getElementById(button.dataset.showsAll);
    button.setAttribute("aria-expanded", table.classList.toggle("all"));
  }

  const ACTS = {
    "[data-shows-all]": showAll, "[data-picture]": keepPicture,
    "[data-copies-link]": copyLink, "[data-prints]": () => print(),
  };
  document.addEventListener("click", (event) => {
    for (const [selector, act] of Object.entries(ACTS)) {
      const button = event.target.closest?.(selector);
      if (button) return void act(button);
    }
    choose(event.target);
  });
  /* The address of what stands here, with the period in it also when nobody chose one. */
  async function copyLink(button) {
    const address = new URL(location.href);
    const period = document.querySelector("[data-period]")?.dataset.period.split(",") ?? [];
    ["van", "tot"].forEach((name, place) => {
      if (period.length && !address.searchParams.has(name)) address.searchParams.set(name, period[place]);
    });
    await put(address.href);
    const label = button.textContent;
    button.textContent = button.dataset.copiesLink;
    setTimeout(() => (button.textContent = label), 2500);
  }

  async function put(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.body.appendChild(document.createElement("textarea")); // without https
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  /* A figure as PNG, with its title above and what it rests on below, on the ground of the page. */
  const SCALE = 2, MARGIN = 24, LINE = 22;
  async function keepPicture(button) {
    const { picture, file, title, basis } = button.dataset;
    const plot = document.querySelector(`.st-key-${CSS.escape(picture)} .js-plotly-plot`);
    if (!plot) return;
    const { width, height } = plot.querySelector(".main-svg").getBoundingClientRect();
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    const style = getComputedStyle(document.querySelector('[data-testid="stApp"]'));
    const fonts = { head: "600 17px sans-serif", foot: "12px sans-serif" };
    const lines = (text, font) => wrapped(pen, text, font, width);
    const head = lines(title, fonts.head), foot = lines(basis, fonts.foot);
    canvas.width = SCALE * (width + 2 * MARGIN);
    canvas.height = SCALE * (height + LINE * (head.length + foot.length) + 3 * MARGIN);
    pen.scale(SCALE, SCALE);
    pen.fillStyle = style.backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = style.color;
    let y = MARGIN;
    const write = (text, font) => { pen.font = font; pen.fillText(text, MARGIN, (y += LINE)); };
    head.forEach((text) => write(text, fonts.head));
    for (const svg of plot.querySelectorAll(".main-svg")) {
      pen.drawImage(await asImage(svg, width, height), MARGIN, y + MARGIN / 2, width, height);
    }
    y += height + MARGIN / 2;
    foot.forEach((text) => write(text, fonts.foot));
    const link = document.createElement("a");
    link.download = file;
    link.href = canvas.toDataURL("image/png");
    link.click();
  }

  function asImage(svg, width, height) {
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.style.background = "none";
    const image = new Image();
    const text = new XMLSerializer().serializeToString(copy);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    return image.decode().then(() => image);
  }

  function wrapped(pen, text, font, width) {
    pen.font = font;
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.filter(Boolean);
  }

  /* On paper everything is as wide as the sheet: what was drawn for a wider window is made smaller. */
  const DRAWN = '.js-plotly-plot, [data-testid="stDataFrame"]';
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("printing");
    for (const drawn of document.querySelectorAll(DRAWN)) {
      const room = drawn.closest('[data-testid="stElementContainer"]')?.parentElement.clientWidth;
      const width = parseFloat(getComputedStyle(drawn.querySelector(".main-svg, canvas") ?? drawn).width);
      if (room && width > room) drawn.style.zoom = room / width;
    }
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("printing");
    for (const drawn of document.querySelectorAll(DRAWN)) drawn.style.zoom = "";
  });

  document.addEventListener("keydown", (event) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    if (event.key in STEPS) step(cell, STEPS[event.key]);
    else if (event.key === "Enter" || event.key === " ") choose(cell);
    else return;
    event.preventDefault();
  });
  document.addEventListener("mouseover", (event) => {
    const cell = cellOf(event.target);
    if (!cell || cell.title) return;
    const heads = cell.closest("table").querySelectorAll("thead tr:last-child th");
    cell.title = `${cell.parentElement.cells[0].innerText} × ${heads[cell.cellIndex].innerText}: ${cell.ariaLabel}`;
  });
})();
