FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20.20.2-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/samples ./samples
# The embedded store, where none is named: a folder that the user may write to, kept in a volume.
RUN mkdir /data && chown node:node /data
ENV ENTENTE_STORE=/data
VOLUME /data
USER node
EXPOSE 3000
ENTRYPOINT ["node", "dist/cli/index.js"]
CMD ["serve", "--host", "0.0.0.0"]
