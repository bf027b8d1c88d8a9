// Signing in and what belongs to it, by better-auth. Only these ceremonies are open; none of its own routes is served.
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Database } from '../storage/connect.ts';
import { PASSWORD_LEAST, PASSWORD_MOST } from './password-rule.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export interface CeremonyOptions {
  readonly database: Database;
  /** Signs cookies; kept outside the database. */
  readonly secret: string;
  /** Where people reach the pages, `https://ntm.example.gov.vn`; decides whether cookies need TLS. */
  readonly address: string;
}

const DAY_SECONDS = 86_400;
/** The longest that anybody stays signed in without typing the password again. */
export const SESSION_DAYS = 14;

const people = {
  modelName: 'people',
  fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const;

const sessions = {
  modelName: 'sessions',
  expiresIn: SESSION_DAYS * DAY_SECONDS,
  disableSessionRefresh: true,
  fields: {
    userId: 'person_id',
    expiresAt: 'expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
} as const;

const credentials = {
  modelName: 'credentials',
  fields: {
    userId: 'person_id',
    providerId: 'provider_id',
    accountId: 'account_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const;

const verifications = {
  modelName: 'verifications',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const;

export type Ceremonies = ReturnType<typeof makeCeremonies>;

export function makeCeremonies({ database, secret, address }: CeremonyOptions) {
  return betterAuth({
    secret,
    baseURL: address,
    basePath: '/api/auth',
    database: { db: database.kysely.withSchema('accounts'), type: 'postgres' },
    advanced: {
      cookiePrefix: 'vb',
      useSecureCookies: address.startsWith('https:'),
      database: { generateId: 'serial' },
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
    },
    telemetry: { enabled: false },
    // refused attempts are counted and slowed down by our own table, by name and by address
    rateLimit: { enabled: false },
    logger: { disabled: true },
    user: people,
    session: sessions,
    account: { ...credentials, accountLinking: { enabled: false } },
    verification: verifications,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(name),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
      twoFactor({
        issuer: 'Vững Bước',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}
