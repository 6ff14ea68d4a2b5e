# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY apps apps
COPY libs libs
RUN npm run build

# Optional packages carry the embedded PostgreSQL, which has no place beside a real one.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production ATHAR_DATA=/var/lib/athar
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
RUN install -d -o node -g node -m 0700 /var/lib/athar \
  && printf '#!/bin/sh\nexec node /app/dist/apps/cli/src/main.js "$@"\n' >/usr/local/bin/athar \
  && chmod 0755 /usr/local/bin/athar
USER node
VOLUME /var/lib/athar
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/dist/apps/cli/src/main.js"]
CMD ["start"]
