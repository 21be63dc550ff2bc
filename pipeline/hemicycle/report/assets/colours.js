// A topic has one colour, in every chart and every run: by its code of the Comparative Agendas Project.
// Each has a contrast of 3 or more to white and to the dark ground.

const THEME_COLOURS = {
  1: "#4269d0",
  2: "#b5548f",
  3: "#d9534f",
  4: "#7a8f1f",
  5: "#c07a1a",
  6: "#8a63d2",
  7: "#2f9457",
  8: "#a88600",
  9: "#9a6a4f",
  10: "#2586a0",
  12: "#6b7a8f",
  13: "#d0608f",
  14: "#a5713a",
  15: "#5b8fd6",
  16: "#647a52",
  17: "#7468dd",
  18: "#1f9080",
  19: "#4b86b4",
  20: "#8a7d3b",
  21: "#559a3f",
  23: "#c85a3c",
};
const OTHER_COLOUR = "#8b8f97";
const TONES = ["#4269d0", "#c07a1a"]; // of two that are compared

const themeColour = (code) => THEME_COLOURS[code] ?? OTHER_COLOUR;
