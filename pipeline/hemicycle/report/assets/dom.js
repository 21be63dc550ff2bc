// Elements, made without ever reading a string as HTML.

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...shown(children));
  return element;
}

const shown = (children) =>
  children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);

function fill(element, ...children) {
  element.replaceChildren(...shown(children));
}

const byId = (id) => document.getElementById(id);

// Brings what is current in a row of links into sight; the page itself stays where it is.
function reveal(links) {
  const current = links.querySelector("[aria-current]");
  if (current) links.scrollLeft = current.offsetLeft - links.offsetLeft - links.clientWidth / 3;
}
