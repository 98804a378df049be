import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import { PACKAGE_ROOT } from "../package-root.js";

/** The built page. Names under `assets/` carry a content hash, so they never change. */
export function page(): RequestHandler {
  const root = join(PACKAGE_ROOT, "dist", "web");
  if (!existsSync(join(root, "index.html"))) return notBuilt;
  return express.static(root, {
    setHeaders: (res, path) => {
      const hashed = path.startsWith(join(root, "assets"));
      res.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

const notBuilt: RequestHandler = (req, res, next) => {
  if (req.path !== "/") return next();
  res
    .status(200)
    .type("text/plain")
    .send("The page is not built: run npm run build. The API is documented at /api/docs.\n");
};
