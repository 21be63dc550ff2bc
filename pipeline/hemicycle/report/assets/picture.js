// A chart as a file: SVG that needs no style sheet, and PNG made of it.

const PICTURE_STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant",
  "text-anchor",
];
const SVG = "http://www.w3.org/2000/svg";
const PNG_SCALE = 2;
const MARGIN = 16;

// A copy of a drawing, with its title, note and legend and all that style sheets say of it.
function pictureOf(drawing, title, note, legend) {
  if (!drawing.firstChild) drawing.draw();
  const original = drawing.querySelector("svg");
  const svg = original.cloneNode(true);
  const copies = svg.querySelectorAll("*");
  original.querySelectorAll("*").forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of PICTURE_STYLES) copies[place].style.setProperty(name, style.getPropertyValue(name));
    for (const name of ["fill", "stroke"]) copies[place].removeAttribute(name); // a colour of the page's style sheet
  });
  for (const element of svg.querySelectorAll("style")) element.remove();
  for (const link of svg.querySelectorAll("a")) {
    link.removeAttribute("href"); // it leads to a place of the page
    link.removeAttribute("xlink:href");
  }
  const style = getComputedStyle(drawing);
  const [width, height] = [
    original.clientWidth || +original.getAttribute("width"),
    original.clientHeight || +original.getAttribute("height"),
  ];
  const make = (tag, attributes, text) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text) element.textContent = text;
    return element;
  };
  const words = { fill: style.color, "font-family": style.fontFamily };
  const picture = make("svg", { xmlns: SVG });
  let top = MARGIN + 16;
  const write = (text, size, weight) => {
    for (const line of wrapped(text, (width / size) * 1.9)) {
      picture.append(make("text", { ...words, x: MARGIN, y: top, "font-size": size, "font-weight": weight }, line));
      top += size * 1.4;
    }
  };
  write(title, 16, 600);
  write(note, 12, 400);
  for (const [text, colour] of legend) {
    picture.append(make("rect", { x: MARGIN, y: top - 10, width: 10, height: 10, rx: 2, fill: colour }));
    picture.append(make("text", { ...words, x: MARGIN + 16, y: top, "font-size": 12 }, text));
    top += 17;
  }
  const [whole, high] = [width + 2 * MARGIN, top + height + MARGIN];
  for (const [name, value] of [
    ["width", whole],
    ["height", high],
    ["viewBox", `0 0 ${whole} ${high}`],
  ])
    picture.setAttribute(name, value);
  const ground = getComputedStyle(document.body).backgroundColor;
  picture.prepend(make("title", {}, title), make("rect", { width: whole, height: high, fill: ground }));
  for (const [name, value] of [
    ["x", MARGIN],
    ["y", top],
    ["width", width],
    ["height", height],
  ])
    svg.setAttribute(name, value);
  svg.removeAttribute("style");
  svg.setAttribute("color", style.color);
  svg.setAttribute("fill", style.color);
  svg.setAttribute("overflow", "visible");
  picture.append(svg);
  return { source: new XMLSerializer().serializeToString(picture), width: whole, height: high };
}

function wrapped(text, length) {
  const lines = [""];
  for (const word of text.split(" "))
    if (`${lines.at(-1)} ${word}`.length > length && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  return lines;
}

function downloadSvg(drawing, title, note, legend) {
  download(`${fileName(title)}.svg`, pictureOf(drawing, title, note, legend).source, "image/svg+xml");
}

async function downloadPng(drawing, title, note, legend) {
  const { source, width, height } = pictureOf(drawing, title, note, legend);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = h("canvas", { width: Math.round(width * PNG_SCALE), height: Math.round(height * PNG_SCALE) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  download(`${fileName(title)}.png`, blob, "image/png");
}
