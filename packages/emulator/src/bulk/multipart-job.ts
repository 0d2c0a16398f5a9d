import { refusal } from '../wire/salesforce-error.ts'

/** A job may bring its upload along when it is no longer than this, in characters. */
const MOST = 100_000

/** The parts of a request that creates a job and uploads its data at once: the JSON of the job, and the CSV. */
export async function multipartJob(form: FormData): Promise<{ job: string; content: string }> {
  const [job, content] = await Promise.all([partText(form, 'job'), partText(form, 'content')])
  if (content.length > MOST) {
    throw refusal('INVALIDJOB', `InvalidJob : A multipart request may hold ${MOST} characters of data, not ${content.length}`)
  }
  return { job, content }
}

async function partText(form: FormData, name: string): Promise<string> {
  const part = form.get(name)
  if (part === null) throw refusal('INVALIDJOB', `InvalidJob : The multipart request has no part named ${name}`)
  return typeof part === 'string' ? part : part.text()
}
