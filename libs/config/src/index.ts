export { loadConfig, toConfig, type Config, type DatabaseAddresses } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
export { environmentSchema, secretNames, type Environment } from './environment.js';
export { InvalidEnvironment, parseEnvironment } from './parse-environment.js';
