import type { Attributes } from "graphology-types";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { FRAME_UNIFORMS, idAndColor, SET_COLOR, setFrameUniforms } from "./program-parts.js";

type Uniform = (typeof FRAME_UNIFORMS)[number];

/** Arrow head: length and half width as multiples of the line's width, with a floor in pixels. */
const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute float a_thickness;
attribute float a_curvature;
attribute vec3 a_style;
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_head;
varying vec3 v_style;

vec2 toPixels(vec2 point) {
  return ((u_matrix * vec3(point, 1.0)).xy + 1.0) * 0.5 * u_dimensions;
}

void main() {
  vec2 a = toPixels(a_source);
  vec2 b = toPixels(a_target);
  vec2 chord = b - a;
  float len = max(length(chord), 0.001);
  vec2 c = (a + b) * 0.5 + vec2(-chord.y, chord.x) * a_curvature;

  float thickness = max(a_thickness / u_sizeRatio, 0.7);
  float speed = max(2.0 * length(c - a), 0.001);
  float headLength = a_style.z * max(4.0 + 2.0 * thickness, 6.0);
  float start = min(a_radii.x / u_sizeRatio / speed, 0.45);
  float tip = max(1.0 - (a_radii.y / u_sizeRatio + 1.5) / speed, 0.5);
  float base = max(tip - headLength / speed, start);

  // a_vertex: place along the part, side, and part (0 shaft, 1 arrow head).
  float t = a_vertex.z < 0.5 ? mix(start, base, a_vertex.x) : mix(base, tip, a_vertex.x);
  vec2 point = (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * c + t * t * b;
  vec2 tangent = normalize((1.0 - t) * (c - a) + t * (b - c) + vec2(1e-6, 0.0));
  vec2 normal = vec2(-tangent.y, tangent.x);

  float halfWidth = thickness * 0.5;
  #ifdef PICKING_MODE
  // Wide enough to hit with a pointer; thin lines are many, and their pictures cost most.
  halfWidth = a_thickness < 1.0 ? 1.5 : max(halfWidth, 4.0);
  #endif
  float reach = a_vertex.z < 0.5 ? halfWidth + 1.0 : (1.0 - a_vertex.x) * a_style.z * (halfWidth + 2.5 + thickness * 0.5);
  vec2 place = point + normal * reach * a_vertex.y;
  gl_Position = vec4(place / u_dimensions * 2.0 - 1.0, 0.0, 1.0);

  v_half = halfWidth;
  v_across = reach * a_vertex.y;
  // Length of a flat quadratic curve, to the second order in its bend.
  v_along = t * len * (1.0 + 8.0 / 3.0 * a_curvature * a_curvature * 0.25);
  v_head = a_vertex.z;
  v_style = a_style;
  ${SET_COLOR}}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_head;
varying vec3 v_style;

void main(void) {
  float across = abs(v_across);
  #ifdef PICKING_MODE
  if (v_head < 0.5 && across > v_half) discard;
  gl_FragColor = v_color;
  #else
  float soft = 0.6 / u_pixelRatio;
  float cover = 1.0;
  if (v_head < 0.5) {
    cover = 1.0 - smoothstep(v_half - soft, v_half + soft, across);
    if (v_style.y > 0.5) {
      float gap = max(v_half - 1.1, 0.5);
      cover *= smoothstep(gap - soft, gap + soft, across);
    }
    if (v_style.x > 0.5) {
      float period = v_style.x < 1.5 ? 11.0 : 5.0;
      float on = v_style.x < 1.5 ? 7.0 : 2.2;
      float phase = mod(v_along, period);
      cover *= smoothstep(0.0, 2.0 * soft, phase) * (1.0 - smoothstep(on - soft, on + soft, phase));
    }
  }
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`;

/** What the program reads of an edge beside sigma's own display data. */
interface RibbonData extends EdgeDisplayData {
  curvature: number;
  dash: number;
  hollow: boolean;
  arrow: boolean;
}

/** Vertices of one ribbon as a triangle strip: the shaft's cross-sections, then the arrow head. */
function stripVertices(segments: number): number[][] {
  const shaft = Array.from({ length: segments + 1 }, (_, i) => [
    [i / segments, -1, 0],
    [i / segments, 1, 0],
  ]).flat();
  return [...shaft, [0, -1, 1], [0, 1, 1], [1, 0, 1]];
}

/**
 * Sigma's edge program for statements: a curved band whose drawing says modality (dashes) and
 * negation (two rails), with an arrow head where the relation has a direction. Lengths are in pixels
 * of the screen, so dashes stay the same at every zoom.
 * @param segments straight pieces of each curve; 1 for lines
 */
export function ribbonProgram<N extends Attributes, E extends Attributes>(
  segments: number,
): EdgeProgramType<N, E> {
  const vertices = stripVertices(segments);
  return class RibbonProgram extends EdgeProgram<Uniform, N, E> {
    override getDefinition() {
      const { FLOAT, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: vertices.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: FRAME_UNIFORMS,
        ATTRIBUTES: [
          ...idAndColor(),
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_curvature", size: 1, type: FLOAT },
          { name: "a_style", size: 3, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_vertex", size: 3, type: FLOAT }],
        CONSTANT_DATA: vertices,
      };
    }

    override processVisibleItem(
      index: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const edge = data as RibbonData;
      const { array } = this;
      let i = offset;
      array[i++] = index;
      array[i++] = floatColor(edge.color);
      array[i++] = source.x;
      array[i++] = source.y;
      array[i++] = target.x;
      array[i++] = target.y;
      array[i++] = source.size;
      array[i++] = target.size;
      array[i++] = edge.size;
      array[i++] = edge.curvature;
      array[i++] = edge.dash;
      array[i++] = edge.hollow ? 1 : 0;
      array[i] = edge.arrow ? 1 : 0;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      setFrameUniforms(gl, uniformLocations, params);
    }
  };
}
