import type { Attributes } from "graphology-types";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { FRAME_UNIFORMS, idAndColor, SET_COLOR, setFrameUniforms } from "./program-parts.js";

const UNIFORMS = [...FRAME_UNIFORMS, "u_paper", "u_accent"] as const;
type Uniform = (typeof UNIFORMS)[number];

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_look;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying vec2 v_look;

void main() {
  float radius = a_size / u_sizeRatio;
  // Room for corners that stand out of the circle, for the halo, and for the ring where there is one.
  vec2 offset = a_corner * (radius * 1.3 + (a_look.y > 0.5 ? 6.0 : 2.5));
  vec2 clip = (u_matrix * vec3(a_position, 1.0)).xy + offset / u_dimensions * 2.0;
  gl_Position = vec4(clip, 0.0, 1.0);
  v_offset = offset;
  v_radius = radius;
  v_look = a_look;
  ${SET_COLOR}}
`;

/** Signed distances in pixels; areas are evened out so that no shape looks bigger than the circle. */
const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
uniform vec4 u_paper;
uniform vec4 u_accent;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying vec2 v_look;

float box(vec2 p, vec2 half_) {
  vec2 d = abs(p) - half_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float shapeDistance(vec2 p, float r, float shape) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) return abs(length(p) - r * 0.8) - max(r * 0.22, 1.2);
  if (shape < 2.5) return box(mat2(0.7071, -0.7071, 0.7071, 0.7071) * p, vec2(r * 0.86));
  if (shape < 3.5) return triangle(p + vec2(0.0, r * 0.1), r * 1.1);
  if (shape < 4.5) return box(p, vec2(r * 0.86));
  return min(box(p, vec2(r, r * 0.38)), box(p, vec2(r * 0.38, r)));
}

void main(void) {
  #ifdef PICKING_MODE
  if (length(v_offset) > v_radius + 3.0) discard;
  gl_FragColor = v_color;
  #else
  float soft = 0.6 / u_pixelRatio;
  float d = shapeDistance(v_offset, v_radius, v_look.x);
  float fill = 1.0 - smoothstep(-soft, soft, d);
  float halo = 1.0 - smoothstep(1.5 - soft, 1.5 + soft, d);
  vec4 color = mix(u_paper * halo, vec4(v_color.rgb, 1.0), fill);
  if (v_look.y > 0.5) {
    float ring = abs(length(v_offset) - v_radius - 3.5) - 0.9;
    float stroke = 1.0 - smoothstep(-soft, soft, ring);
    color = mix(color, u_accent, stroke);
  }
  gl_FragColor = color * v_color.a;
  #endif
}
`;

interface ShapeData extends NodeDisplayData {
  shape: number;
  focus: boolean;
}

/** Red, green, blue, alpha in [0, 1]. */
export type Rgba = readonly [number, number, number, number];

/**
 * Sigma's node program for entities: one shape for each type, parted from the lines under it by a
 * thin halo in the paper's colour; focus entities wear a ring.
 * @param colours the paper's and the ring's colour, asked for at every frame because themes change
 */
export function shapeProgram<N extends Attributes, E extends Attributes>(
  colours: () => { paper: Rgba; accent: Rgba },
): NodeProgramType<N, E> {
  return class ShapeProgram extends NodeProgram<Uniform, N, E> {
    override getDefinition() {
      const { FLOAT, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          ...idAndColor(),
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_look", size: 2, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(index: number, offset: number, data: NodeDisplayData): void {
      const node = data as ShapeData;
      const { array } = this;
      let i = offset;
      array[i++] = index;
      array[i++] = floatColor(node.color);
      array[i++] = node.x;
      array[i++] = node.y;
      array[i++] = node.size;
      array[i++] = node.shape;
      array[i] = node.focus ? 1 : 0;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      const { paper, accent } = colours();
      setFrameUniforms(gl, uniformLocations, params);
      gl.uniform4f(uniformLocations.u_paper, ...paper);
      gl.uniform4f(uniformLocations.u_accent, ...accent);
    }
  };
}
