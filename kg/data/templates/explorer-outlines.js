// Outlines of boxes as SVG paths, and words measured with the fonts that will draw them.

const INSETS = { hexagon: 0.32, pill: 0.25, sign: 0.3, slant: 0.3 };
const FAMILY = `"DejaVu Sans", Verdana, system-ui, sans-serif`;
const measuring = document.createElement("canvas").getContext("2d");

function polygon(...points) {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function rounded(l, t, r, b, radius) {
  const arc = (x, y) => `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  return (
    `M${l + radius} ${t}L${r - radius} ${t}${arc(r, t + radius)}L${r} ${b - radius}` +
    `${arc(r - radius, b)}L${l + radius} ${b}${arc(l, b - radius)}L${l} ${t + radius}${arc(l + radius, t)}Z`
  );
}

const OUTLINES = {
  pill: (l, t, r, b) => rounded(l, t, r, b, Math.min((b - t) / 2, 13)),
  box: (l, t, r, b) => polygon([l, t], [r, t], [r, b], [l, b]),
  hexagon: (l, t, r, b) => {
    const m = (t + b) / 2, c = Math.min((b - t) * 0.3, 9);
    return polygon([l, m], [l + c, t], [r - c, t], [r, m], [r - c, b], [l + c, b]);
  },
  sign: (l, t, r, b) => {
    const m = (t + b) / 2, c = Math.min((b - t) * 0.3, 9);
    return polygon([l, t], [r - c, t], [r, m], [r - c, b], [l, b]);
  },
  double: (l, t, r, b) => rounded(l, t, r, b, 4) + rounded(l + 2.4, t + 2.4, r - 2.4, b - 2.4, 2.5),
  slant: (l, t, r, b) => {
    const c = Math.min((b - t) * 0.3, 8);
    return polygon([l + c, t], [r, t], [r - c, b], [l, b]);
  },
  octagon: (l, t, r, b) => {
    const c = Math.min((b - t) * 0.3, 5);
    return polygon([l + c, t], [r - c, t], [r, t + c], [r, b - c], [r - c, b], [l + c, b], [l, b - c], [l, t + c]);
  },
  note: (l, t, r, b) =>
    `${polygon([l, t], [r - 6, t], [r, t + 6], [r, b], [l, b])}M${r - 6} ${t}L${r - 6} ${t + 6}L${r} ${t + 6}`,
  round: (l, t, r, b) => rounded(l, t, r, b, 4),
  bracket: (l, t, r, b) => `M${l + 4} ${t}L${l} ${t}L${l} ${b}L${l + 4} ${b}M${r - 4} ${t}L${r} ${t}L${r} ${b}L${r - 4} ${b}`,
};

function outline(shape, x, y, w, h) {
  return OUTLINES[shape](x - w / 2, y - h / 2, x + w / 2, y + h / 2);
}

function widthOf(text, size, italic = false) {
  measuring.font = `${italic ? "italic " : ""}${size}px ${FAMILY}`;
  return measuring.measureText(text).width;
}

// Take out what would change lines or directions; words are always shown as words.
function cleaned(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu, "").trim();
}

function wrapped(text, size, italic, { width, lines }) {
  const found = [];
  let line = "";
  for (const word of cleaned(text).split(" ").flatMap((w) => cutWord(w, size, italic, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, size, italic) > width) {
      found.push(line);
      line = word;
    } else line = longer;
  }
  found.push(line);
  if (found.length <= lines) return found;
  let last = `${found[lines - 1]} ${found[lines]}`;
  while (last && widthOf(`${last}…`, size, italic) > width) last = last.slice(0, -1);
  return [...found.slice(0, lines - 1), `${last.trimEnd()}…`];
}

function cutWord(word, size, italic, width) {
  const parts = [];
  let rest = [...word];
  while (rest.length > 1 && widthOf(rest.join(""), size, italic) > width) {
    let n = rest.length - 1;
    while (n > 1 && widthOf(rest.slice(0, n).join(""), size, italic) > width) n -= Math.ceil(n / 8);
    n = Math.max(n, 1);
    parts.push(rest.slice(0, n).join(""));
    rest = rest.slice(n);
  }
  return [...parts, rest.join("")];
}

function blockOf(lines, side, left = 0) {
  const width = Math.max(...lines.map((line) => widthOf(line.text, line.size, line.italic)));
  const height = lines.reduce((sum, line) => sum + line.size * 1.22, 0);
  return { lines, left, w: width + 2 * side + left, h: height };
}

function nodeBlock(n) {
  const node = NODES[n];
  const { font, wrap, shapes } = STYLES;
  const words = node.literal ? `“${node.label}”` : node.label;
  const lines = wrapped(words, font.node, Boolean(node.literal), wrap.node).map((text) => {
    return { text, size: font.node, italic: Boolean(node.literal), ink: "text" };
  });
  const block = blockOf(lines, 0);
  const h = block.h + 7;
  const side = 5 + Math.min(h, 30) * (INSETS[shapes[node.type]] ?? 0.1);
  return { ...block, w: Math.max(block.w + 2 * side, 34), h };
}

function labelBlock(group) {
  const { font, wrap } = STYLES;
  const lines = [];
  for (const { relation, time, denied } of group.lines) {
    const mark = group.lines.length > 1 ? "• " : "";
    for (const text of wrapped(mark + relation, font.edge, false, wrap.edge)) {
      lines.push({ text, size: font.edge, italic: false, ink: denied ? "denied" : "text" });
    }
    for (const text of time ? wrapped(time, font.note, true, wrap.note) : []) {
      lines.push({ text, size: font.note, italic: true, ink: "faint" });
    }
  }
  for (const text of group.note ? wrapped(group.note, font.note, true, wrap.note) : []) {
    lines.push({ text, size: font.note, italic: true, ink: "status" });
  }
  const denied = group.lines.every((line) => line.denied);
  const block = blockOf(lines, 3.5, denied ? 12 : 0);
  return { ...block, h: block.h + 2, denied };
}
