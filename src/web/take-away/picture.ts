import { readPalette } from "../graph/palette.js";
import type { GraphRenderer } from "../graph/renderer.js";

/** The picture as it is on the screen, on the paper's colour. */
export async function picturePng({ sigma }: GraphRenderer): Promise<Blob> {
  // WebGL keeps what it drew only until the frame ends, so it is drawn anew and copied at once.
  sigma.refresh();
  const layers = sigma.getCanvases();
  const { width, height } = layers.edges ?? { width: 0, height: 0 };
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas to draw the picture on.");
  context.fillStyle = readPalette().paper;
  context.fillRect(0, 0, width, height);
  for (const name of ["edges", "nodes", "labels"]) {
    const layer = layers[name];
    if (layer) context.drawImage(layer, 0, 0, width, height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be written."))),
      "image/png",
    );
  });
}
