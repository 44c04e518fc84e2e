// SVG to PNG, for files that carry pictures. The renderer and its font are loaded when first needed, and then kept.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { drawingFont } from "./release-drawings";

const require = createRequire(import.meta.url);

type Renderer = (svg: string) => Uint8Array;
let kept: Promise<Renderer> | undefined;

async function load(): Promise<Renderer> {
  const [{ initWasm, Resvg }, program, font] = await Promise.all([
    import("@resvg/resvg-wasm"),
    readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")),
    readFile(require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")),
  ]);
  await initWasm(program);
  const options = {
    font: {
      fontBuffers: [new Uint8Array(font)],
      defaultFontFamily: drawingFont,
      sansSerifFamily: drawingFont,
    },
    // Twice the size, so that print is sharp.
    fitTo: { mode: "zoom", value: 2 },
  } as const;
  return (svg) => {
    const drawing = new Resvg(svg, options);
    const picture = drawing.render();
    const bytes = picture.asPng();
    picture.free();
    drawing.free();
    return bytes;
  };
}

/** The same SVG gives the same bytes. */
export async function pictureOf(svg: string): Promise<Uint8Array> {
  kept ??= load();
  const render = await kept;
  return render(svg);
}
