import type { RefObject } from "preact";
import { drawn } from "./drawn.js";

/** Zoom, fit, rearrange, full screen. */
export function GraphControls({
  stage,
  rearrange,
}: {
  stage: RefObject<HTMLElement>;
  rearrange: () => void;
}) {
  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void stage.current?.requestFullscreen();
  };
  return (
    <div class="graph-controls" role="toolbar" aria-label="Graph picture">
      <button
        type="button"
        class="icon"
        aria-label="Zoom in"
        title="Zoom in (+)"
        onClick={() => drawn.value?.zoom(1.5)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        class="icon"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => drawn.value?.zoom(1 / 1.5)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        class="icon"
        aria-label="Fit to the window"
        title="Fit (0)"
        onClick={() => drawn.value?.fit()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
        </svg>
      </button>
      <button type="button" class="icon" aria-label="Arrange anew" title="Arrange anew" onClick={rearrange}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3" />
        </svg>
      </button>
      <button type="button" class="icon" aria-label="Full screen" title="Full screen" onClick={fullScreen}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M9.5 6.5L13.5 2.5M10 2.5h3.5V6M6.5 9.5L2.5 13.5M6 13.5H2.5V10" />
        </svg>
      </button>
    </div>
  );
}
