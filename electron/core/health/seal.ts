import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const KEY = 32;
const IV = 12;
const TAG = 16;
/** The DER heads before the 32 bytes of an X25519 key (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');

/** Raw 32 bytes each. */
export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

export const newHealthKey = (): Buffer => randomBytes(KEY);

/** A key of its own for one purpose out of another secret. */
export const subkey = (secret: Buffer, salt: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, purpose, KEY));

/** AES-256-GCM: nonce, ciphertext, tag. What is in `bound` must be said again to open it. */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed, or undefined: another key, another binding, or changed bytes. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer | undefined {
  if (sealed.length < IV + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const privateOf = (raw: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, raw]), format: 'der', type: 'pkcs8' });
const publicOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' });
const rawPublic = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'der', type: 'spki' }).subarray(-KEY));

/** A new X25519 pair. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY);
  return { publicKey: rawPublic(publicKey), privateKey: Buffer.from(raw) };
}

/** The X25519 pair whose private key these 32 bytes are. */
export const keyPairOf = (privateKey: Buffer): KeyPair => ({
  privateKey,
  publicKey: rawPublic(createPublicKey(privateOf(privateKey))),
});

const shared = (mine: Buffer, theirs: Buffer, salt: Buffer): Buffer =>
  subkey(
    diffieHellman({ privateKey: privateOf(mine), publicKey: publicOf(theirs) }),
    salt,
    'school-journal health key',
  );

/** Seals for whoever has the private key: the public key of a pair used once, then the box. */
export function sealFor(publicKey: Buffer, plain: Buffer, bound: string): Buffer {
  const once = newKeyPair();
  const key = shared(once.privateKey, publicKey, Buffer.concat([once.publicKey, publicKey]));
  return Buffer.concat([once.publicKey, seal(key, plain, bound)]);
}

/** What was sealed for this pair; undefined where it was not, or was changed. */
export function unsealWith(pair: KeyPair, sealed: Buffer, bound: string): Buffer | undefined {
  if (sealed.length < KEY + IV + TAG) return undefined;
  const once = sealed.subarray(0, KEY);
  let key: Buffer;
  try {
    key = shared(pair.privateKey, once, Buffer.concat([once, pair.publicKey]));
  } catch {
    return undefined;
  }
  return unseal(key, sealed.subarray(KEY), bound);
}
