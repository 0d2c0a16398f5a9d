import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const file = fileURLToPath(new URL('../src/message-catalog.ts', import.meta.url))

/** The values that each message's type promises, by owner and name, as the compiler sees them. */
export function promisedArguments(): Map<string, Map<string, readonly string[]>> {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const catalog = source?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'MessageCatalog',
  )
  if (!catalog) throw new Error('message-catalog.ts has no interface MessageCatalog.')
  const namesOf = (type: ts.Type) =>
    new Map(type.getProperties().map((property) => [property.name, checker.getTypeOfSymbol(property)]))
  const promisedBy = (message: ts.Type) => {
    const given = message.getProperties().find(({ name }) => name.startsWith('__@values'))
    return given ? [...namesOf(checker.getTypeOfSymbol(given)).keys()] : []
  }
  return new Map(
    [...namesOf(checker.getTypeAtLocation(catalog))].map(([owner, messages]) => [
      owner,
      new Map([...namesOf(messages)].map(([name, message]) => [name, promisedBy(message)])),
    ]),
  )
}
