// The server package and its database run from node_modules, not from a bundle.
export default { serverExternalPackages: ['@pryzm/salesforce-server', '@electric-sql/pglite'] }
