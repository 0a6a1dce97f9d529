// SPDX-License-Identifier: GPL-3.0-or-later
// pdfjs.mjs BLANK.pdf ENTRIES.json OUT: types into a blank as a person does, in PDF.js's viewer in
// Chromium. OUT/saved.pdf is what the viewer saves, OUT/page-N.png what it shows, OUT/seen.json what
// it says of each field and where the tab key goes.
//
// ENTRIES.json: {"name": "text" | what the tooltip of the button to choose says}. The network is not touched: pages and
// modules are answered from node_modules.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { chromium } from "playwright-core";

const [blank, entriesFile, out] = process.argv.slice(2);
const entries = JSON.parse(readFileSync(entriesFile, "utf8"));
mkdirSync(out, { recursive: true });
const pdfjs = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

const html = `<!doctype html><meta charset="utf-8"><title>blank</title>
<link rel="stylesheet" href="/pdfjs/web/pdf_viewer.css">
<style>body { margin: 0 } #box { position: absolute; width: 900px; height: 1200px; overflow: auto }</style>
<div id="box"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
import * as lib from "/pdfjs/build/pdf.mjs";
globalThis.pdfjsLib = lib;
const { EventBus, PDFLinkService, PDFViewer } = await import("/pdfjs/web/pdf_viewer.mjs");
lib.GlobalWorkerOptions.workerSrc = "/pdfjs/build/pdf.worker.mjs";
const eventBus = new EventBus(), linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({ container: document.getElementById("box"), eventBus, linkService,
  annotationMode: lib.AnnotationMode.ENABLE_FORMS });
linkService.setViewer(viewer);
const pdf = await lib.getDocument({ url: "/blank.pdf", cMapUrl: "/pdfjs/cmaps/",
  standardFontDataUrl: "/pdfjs/standard_fonts/", wasmUrl: "/pdfjs/wasm/", iccUrl: "/pdfjs/iccs/" }).promise;
viewer.setDocument(pdf);
linkService.setDocument(pdf, null);
eventBus.on("pagesinit", () => { viewer.currentScaleValue = "1"; });
await viewer.pagesPromise;
globalThis.shown = { pdf, viewer };
</script>`;

// What a person hovers over or hears.
const tooltip = (element) => element.title || element.getAttribute("aria-label")
  || element.closest("section")?.title || "";

const types = { ".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css",
  ".wasm": "application/wasm", ".svg": "image/svg+xml" };

function answer(route) {
  const path = decodeURIComponent(new URL(route.request().url()).pathname);
  try {
    if (path === "/") return route.fulfill({ contentType: "text/html", body: html });
    if (path === "/blank.pdf")
      return route.fulfill({ contentType: "application/pdf", body: readFileSync(blank) });
    if (path.startsWith("/pdfjs/"))
      return route.fulfill({ contentType: types[extname(path)] ?? "application/octet-stream",
        body: readFileSync(join(pdfjs, path.slice("/pdfjs/".length))) });
  } catch { /* not there */ }
  return route.fulfill({ status: 404, body: "" });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" && !line.text().includes("404")) complaints.push(line.text());
  });
  await page.route("**/*", answer);
  await page.goto("http://blank.test/");
  await page.waitForFunction(() => globalThis.shown !== undefined, null, { timeout: 60000 });
  const count = await page.evaluate(() => shown.pdf.numPages);
  const seen = { fields: [], tab: [], complaints };
  for (let number = 1; number <= count; ++number) {
    await page.evaluate((n) => { shown.viewer.currentPageNumber = n; }, number);
    const layer = page.locator(`.page[data-page-number="${number}"] .annotationLayer`);
    await layer.locator("input, textarea").first().waitFor({ timeout: 60000 });
    const inputs = await layer.locator("input, textarea").all();
    for (const input of inputs) {
      const told = await input.evaluate((e) => ({ name: e.name, type: e.type,
        max_length: e.maxLength, comb: e.classList.contains("comb") }));
      told.tooltip = await input.evaluate(tooltip);
      seen.fields.push({ page: number, ...told });
      const wanted = entries[told.name];
      if (wanted === undefined) continue;
      if (told.type === "radio" || told.type === "checkbox") {
        if (told.tooltip.includes(wanted)) await input.check();
        continue;
      }
      await input.click();
      await page.keyboard.insertText(wanted);  // as an input method does
    }
    // The tab key, from the first field of the page to the last; radio buttons are one stop.
    await inputs[0].focus();
    for (let step = 0; step < inputs.length; ++step) {
      const at = await page.evaluate((n) => {
        const on = document.activeElement;
        return on.closest(`.page[data-page-number="${n}"]`) ? on.name : null;
      }, number);
      if (at === null) break;
      seen.tab.push(at);
      await page.keyboard.press("Tab");
    }
    await page.locator(`.page[data-page-number="${number}"]`).screenshot(
      { path: join(out, `page-${number}.png`) });
  }
  seen.values = {};
  for (const input of await page.locator(".annotationLayer :is(input, textarea)").all()) {
    const [name, value] = await input.evaluate((e) =>
      [e.name, ["radio", "checkbox"].includes(e.type) ? (e.checked ? null : "") : e.value]);
    if (value !== "") seen.values[name] = value ?? await input.evaluate(tooltip);
  }
  const saved = await page.evaluate(async () => {
    const bytes = await shown.pdf.saveDocument();
    let text = "";
    for (let i = 0; i < bytes.length; i += 0x8000)
      text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  });
  writeFileSync(join(out, "saved.pdf"), Buffer.from(saved, "base64"));
  writeFileSync(join(out, "seen.json"), JSON.stringify(seen, null, 1));
} finally {
  await browser.close();
}
