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

  document.addEventListener("click", (event) => {
    const more = event.target.closest?.("[data-shows-all]");
    if (more) {
      const table = document.getElementById(more.dataset.showsAll);
      more.setAttribute("aria-expanded", table.classList.toggle("all"));
    } else choose(event.target);
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
