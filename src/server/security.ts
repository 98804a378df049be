import type { Request, RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import type { Endpoint } from "../ontology/index.js";
import { HttpProblem, sendProblem } from "./problems.js";
import { findToken, type TokenRecord, type TokenRole } from "./tokens.js";

/** Headers: everything comes from this server, no inline scripts or styles; plain http stays http on localhost. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
}

/** At most `perMinute` requests of one address to the API, in a window of one minute. */
export function requestLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (req, res) =>
      sendProblem(
        req,
        res,
        new HttpProblem(
          429,
          "too-many-requests",
          `more than ${perMinute} requests in a minute; wait and try again`,
        ),
      ),
  });
}

/**
 * Answers other origins only where they are listed. A browser sends `Origin` with whatever a foreign page
 * makes it post, so that a request without a listed or own origin is refused, not just left unreadable.
 */
export function origins(allowed: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const origin = req.get("origin");
    if (origin === undefined || isOwn(req, origin)) return next();
    if (!allowed.includes(origin)) {
      throw new HttpProblem(
        403,
        "origin",
        `requests from pages of ${origin.slice(0, 200)} are not allowed here`,
      );
    }
    res.set({ "Access-Control-Allow-Origin": origin, Vary: "Origin" });
    if (req.method !== "OPTIONS") return next();
    res.set({
      "Access-Control-Allow-Methods": "GET, POST, DELETE",
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
      "Access-Control-Max-Age": "600",
    });
    res.status(204).end();
  };
}

function isOwn(req: Request, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === req.get("host");
}

/**
 * A server without tokens on a loopback address answers only to loopback names: a foreign name that was
 * made to resolve to 127.0.0.1 (DNS rebinding) is refused.
 */
export function loopbackNames(): RequestHandler {
  return (req, _res, next) => {
    if (!isLoopback(hostName(req.get("host") ?? ""))) {
      throw new HttpProblem(
        421,
        "host",
        "this server answers to localhost alone; start it with tokens to serve other names",
      );
    }
    next();
  };
}

/** Whether a host name or address is this machine alone. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** Asks for a bearer token with the endpoint's role. `dry` requests that store nothing need `read`. */
export function requireRole(tokens: readonly TokenRecord[], endpoint: Endpoint): RequestHandler {
  return (req, res, next) => {
    const needed = neededRole(endpoint, req);
    if (needed === null) return next();
    const presented = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(req.get("authorization") ?? "")?.[1];
    const record = presented === undefined ? null : findToken(tokens, presented);
    if (record === null) {
      res.set("WWW-Authenticate", 'Bearer realm="entente"');
      throw new HttpProblem(
        401,
        "unauthorized",
        "this server asks for a token: send Authorization: Bearer TOKEN",
      );
    }
    if (needed === "write" && record.role !== "write") {
      throw new HttpProblem(
        403,
        "forbidden",
        `the token "${record.name}" may read; this needs one with the role write`,
      );
    }
    next();
  };
}

function neededRole(endpoint: Endpoint, req: Request): TokenRole | null {
  if (endpoint.role === "public") return null;
  if (endpoint.role === "dry") return req.query.dry === "true" ? "read" : "write";
  return endpoint.role;
}
