# The bot and its workers, from one image. Build: docker build -t wenbao .

# What native modules need where no prebuilt one fits.
FROM node:20-bookworm-slim AS tools
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./

FROM tools AS build
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY bench ./bench
COPY commands ./commands
COPY eval ./eval
COPY src ./src
RUN npm run build

FROM tools AS modules
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
# The port is for the health check; at 127.0.0.1, unless HTTP_HOST says otherwise, nobody outside reaches it.
ENV NODE_ENV=production \
  DATA_DIR=/data \
  HTTP_PORT=8080
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist/commands ./dist/commands
COPY --from=build /app/dist/src ./dist/src
COPY package.json LICENSE ./
COPY corpus ./corpus
# A volume takes over whose folder it is.
RUN mkdir /data && chown node:node /data
USER node
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/bin/wenbao.js", "start"]
