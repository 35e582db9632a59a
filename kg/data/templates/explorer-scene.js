// Draw a scene as SVG with plain attributes, so that it can be saved as it is.

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function theme() {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

function drawScene(scene) {
  const colours = STYLES[theme()];
  const pad = 14;
  const root = svg("svg", {
    xmlns: SVG, role: "group", "aria-label": DATA.title, "font-family": FAMILY,
    viewBox: [-pad, -pad, scene.width + 2 * pad, scene.height + 2 * pad].map(Math.round).join(" "),
  });
  for (const status of STATUSES) {
    const tip = svg("path", { d: "M0 0L7 2.9L0 5.8Z", fill: colours[status] });
    root.append(svg("marker", {
      id: `tip-${status}`, viewBox: "0 0 7 5.8", refX: 6.6, refY: 2.9,
      markerWidth: 7, markerHeight: 5.8, markerUnits: "userSpaceOnUse", orient: "auto",
    }, tip));
  }
  const ends = scene.labels.map(() => new Set());
  for (const curve of scene.curves) root.append(drawCurve(curve, scene.labels[curve.label], colours));
  for (const box of scene.boxes) root.append(drawBox(box, colours));
  scene.labels.forEach((label, n) => {
    for (const id of label.facts) {
      const fact = FACTS[factById.get(id)];
      ends[n].add(fact.s).add(fact.o);
    }
    root.append(drawLabel(label, n, ends[n], colours));
  });
  return root;
}

function drawCurve({ label: n, into, points }, label, colours) {
  let d = `M${points[0]} ${points[1]}`;
  for (let i = 2; i < points.length; i += 6) d += `C${points.slice(i, i + 6).map((v) => v.toFixed(1)).join(" ")}`;
  return svg("path", {
    class: "curve", "data-label": n, d, fill: "none", stroke: colours[label.status],
    "stroke-width": label.status === "fact" ? 1.4 : 1.3,
    "stroke-dasharray": dashes(label.status), "marker-end": into && `url(#tip-${label.status})`,
  });
}

function dashes(status) {
  const dash = STYLES.dashes[status];
  return dash.length ? dash.join(" ") : undefined;
}

function drawBox(box, colours) {
  const n = nodeById.get(box.node);
  const node = NODES[n];
  const paint = colours[node.type];
  const shape = outline(STYLES.shapes[node.type], box.x, box.y, box.w, box.h);
  const count = factsOf[n].length;
  const title = `${node.label}: ${kindOf(n)}, ${count} ${count === 1 ? "statement" : "statements"}`;
  return svg("g", { class: "item", "data-node": n, tabindex: 0, role: "button", "aria-label": title },
    svg("title", {}, title),
    svg("rect", { class: "halo", x: box.x - box.w / 2 - 3, y: box.y - box.h / 2 - 3, width: box.w + 6, height: box.h + 6, rx: 7, fill: "none", stroke: "none" }),
    svg("path", {
      d: shape, fill: node.literal ? colours.ground : paint.fill, stroke: paint.line,
      "stroke-width": state.about.includes(node.id) ? 2.6 : 1.3,
      "stroke-dasharray": node.literal ? "2 1.5" : undefined,
    }),
    ...drawLines(box, colours, 0, "fact"));
}

function drawLabel(label, n, ends, colours) {
  const first = FACTS[factById.get(label.facts[0])];
  const title = label.facts.map((id) => FACTS[factById.get(id)].sentence).join(" / ");
  const x = label.x - label.w / 2, left = label.denied ? 12 : 0;
  const cross = label.denied ? [svg("path", {
    d: `M${x + 2.4} ${label.y - 3.6}l7.2 7.2M${x + 2.4} ${label.y + 3.6}l7.2 -7.2`,
    stroke: colours.denied, "stroke-width": 2, fill: "none",
  })] : [];
  return svg("g", { class: "item", "data-fact": first.id, "data-facts": JSON.stringify(label.facts), "data-label": n, "data-ends": [...ends].join(" "), tabindex: 0, role: "button", "aria-label": title },
    svg("title", {}, title),
    svg("rect", { class: "halo", x, y: label.y - label.h / 2, width: label.w, height: label.h, rx: 4, fill: colours.ground, stroke: "none" }),
    ...cross,
    ...drawLines(label, colours, left / 2, label.status));
}

function drawLines(block, colours, shift, status) {
  const inks = { text: colours.text, faint: colours.faint, status: colours[status], denied: colours.denied };
  const height = block.lines.reduce((sum, line) => sum + line.size * 1.22, 0);
  let top = block.y - height / 2;
  return block.lines.map((line) => {
    const y = top + line.size * (0.61 + 0.35);
    top += line.size * 1.22;
    return svg("text", {
      x: (block.x + shift).toFixed(1), y: y.toFixed(1), "text-anchor": "middle", "font-size": line.size,
      "font-style": line.italic ? "italic" : undefined, fill: inks[line.ink],
    }, line.text);
  });
}

// A small sample of a shape or dash for the filters.
function sample(key) {
  const colours = STYLES[theme()];
  const drawing = svg("svg", { width: 26, height: 14, "aria-hidden": "true" });
  if (STATUSES.includes(key)) {
    drawing.append(svg("path", { d: "M1 7H25", stroke: colours[key], "stroke-width": 1.8, "stroke-dasharray": dashes(key) }));
  } else if (key === "denied") {
    drawing.append(svg("path", { d: "M9 3l8 8M9 11l8 -8", stroke: colours.denied, "stroke-width": 2.2 }));
  } else if (key === "words") {
    drawing.append(svg("path", { d: outline("round", 13, 7, 24, 12), fill: colours.ground, stroke: colours.concept.line, "stroke-dasharray": "2 1.5" }));
  } else {
    const type = Object.keys(STYLES.names).find((name) => STYLES.names[name] === key && STYLES.shapes[name]);
    const paint = colours[type];
    drawing.append(svg("path", { d: outline(STYLES.shapes[type], 13, 7, 24, 12), fill: paint.fill, stroke: paint.line }));
  }
  return drawing;
}

function savedSvg() {
  const copy = document.querySelector("#stage svg").cloneNode(true);
  const [x, y, width, height] = copy.dataset.all.split(" ").map(Number);
  copy.setAttribute("viewBox", copy.dataset.all);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  for (const element of copy.querySelectorAll("[tabindex], [role]")) {
    element.removeAttribute("tabindex");
    element.removeAttribute("role");
  }
  for (const halo of copy.querySelectorAll(".halo")) halo.setAttribute("stroke", "none");
  copy.prepend(svg("rect", { x, y, width, height, fill: STYLES[theme()].ground }));
  copy.prepend(svg("title", {}, DATA.title));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function saveSvg() {
  save(new Blob([savedSvg().text], { type: "image/svg+xml" }), "graph.svg");
}

function savePng() {
  const { text, width, height } = savedSvg();
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "graph.png"));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
