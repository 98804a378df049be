import type { RenderParams } from "sigma/types";

/** What the programs of nodes and of edges have in common. */

export const FRAME_UNIFORMS = ["u_matrix", "u_dimensions", "u_sizeRatio", "u_pixelRatio"] as const;

type FrameUniform = (typeof FRAME_UNIFORMS)[number];

/** GLSL: sets `v_color` to the item's colour or, in the picture that answers clicks, to its number. */
export const SET_COLOR = /* glsl */ `
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
`;

/** The two attributes that `SET_COLOR` reads; both come first in an item's data. */
export const idAndColor = () => {
  const { UNSIGNED_BYTE } = WebGL2RenderingContext;
  return [
    { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
    { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
  ];
};

export function setFrameUniforms(
  gl: WebGLRenderingContext,
  locations: Record<FrameUniform, WebGLUniformLocation>,
  { matrix, width, height, sizeRatio, pixelRatio }: RenderParams,
): void {
  gl.uniformMatrix3fv(locations.u_matrix, false, matrix);
  gl.uniform2f(locations.u_dimensions, width, height);
  gl.uniform1f(locations.u_sizeRatio, sizeRatio);
  gl.uniform1f(locations.u_pixelRatio, pixelRatio);
}
