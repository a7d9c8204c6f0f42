// An OpenID provider on this machine, for the tests of signing in:
//   node provider.mjs FOLDER PORT CLIENT SECRET CALLBACK [SHAPE]
// Whoever signs in as `naam` is `naam@example.nl`; `naam.rol` holds the role. SHAPE says in which
// claims it speaks and at which path it stands:
//   plain     e-mail that is vouched for, roles in `roles`
//   entra     as Microsoft Entra ID does: no `email`, nothing vouched for, the name in
//             `preferred_username`, app roles in `roles`, issuer /TENANT/v2.0
//   keycloak  as Keycloak does: roles in `realm_access.roles`, issuer /realms/gemeente
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [folder, port, client, secret, callback, shape = "plain"] = process.argv.slice(2);
const entry = createRequire(`${folder}/package.json`).resolve("oidc-provider");
const { Provider } = await import(pathToFileURL(entry).href);

const TENANT = "5d0c3f6a-1111-4222-8333-444455556666";
const path = { plain: "", entra: `/${TENANT}/v2.0`, keycloak: "/realms/gemeente" }[shape];
const claimsOf = {
  plain: (name, roles) => ({ email: `${name}@example.nl`, email_verified: name !== "onbekend", roles }),
  entra: (name, roles) => ({
    preferred_username: `${name}@example.nl`, name, oid: `oid-${name}`, tid: TENANT, ver: "2.0",
    ...(roles.length ? { roles } : {}),
  }),
  keycloak: (name, roles) => ({
    preferred_username: name, email: `${name}@example.nl`, email_verified: true,
    realm_access: { roles: ["offline_access", "default-roles-gemeente", ...roles] },
  }),
}[shape];

const provider = new Provider(`http://127.0.0.1:${port}${path}`, {
  clients: [{
    client_id: client,
    client_secret: secret,
    redirect_uris: [callback],
    post_logout_redirect_uris: [callback],
    grant_types: ["authorization_code"],
    response_types: ["code"],
  }],
  pkce: { required: () => true },
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["roles", "realm_access", "preferred_username", "name", "oid", "tid", "ver"],
  },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => {
      const [name, role] = id.split(".");
      return { sub: id, ...claimsOf(name, role ? [role] : []) };
    },
  }),
});
const answer = provider.callback();
createServer((request, response) => {
  request.originalUrl = request.url;
  if (request.url.startsWith(path)) request.url = request.url.slice(path.length) || "/";
  answer(request, response);
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
