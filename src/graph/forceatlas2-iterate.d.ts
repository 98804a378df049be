/** One step of ForceAtlas2 over flat matrices, which the package ships beside its public function without types. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";

  /**
   * Moves the nodes in place.
   * @param nodes ten numbers a node: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed
   * @param edges three numbers an edge: where source and target start in `nodes`, and the weight
   */
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}
