# The API: `docker build -t cpm-backend .` A local base image can stand in for Node's own: --build-arg NODE_IMAGE=…
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
ENV NX_DAEMON=false NX_NO_CLOUD=true
RUN npx nx build api && rm dist/apps/api/write-openapi.* \
  && node tools/images/keep-what-is-imported.mjs dist/apps/api && node tools/images/leave-out.mjs node_modules \
  && node tools/images/open-every-font.mjs dist/apps/api

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 STORAGE_DIR=/data/files
WORKDIR /app
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=build /workspace/node_modules ./node_modules
COPY --from=build /workspace/dist/apps/api ./
USER node
VOLUME /tmp
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/auth/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "main.mjs"]
