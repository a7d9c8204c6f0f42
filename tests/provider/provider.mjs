// An OpenID provider on this machine, for the tests of signing in:
//   node provider.mjs FOLDER PORT CLIENT SECRET CALLBACK
// Whoever signs in as `naam` is `naam@example.nl`; `naam.rol` holds the role in the claim `roles`.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, port, client, secret, callback] = process.argv.slice(2);
const entry = createRequire(`${folder}/package.json`).resolve("oidc-provider");
const { Provider } = await import(pathToFileURL(entry).href);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: client,
    client_secret: secret,
    redirect_uris: [callback],
    post_logout_redirect_uris: [callback],
    grant_types: ["authorization_code"],
    response_types: ["code"],
  }],
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["roles"] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => {
      const [name, role] = id.split(".");
      return { sub: id, email: `${name}@example.nl`, email_verified: name !== "onbekend", roles: role ? [role] : [] };
    },
  }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("listening"));
