/** The version of package.json, put in by the build. */
declare const APP_VERSION: string

/** Where the build was told that the page will be served, with a client ID metadata document beside it. */
declare const PUBLIC_URL: string | null
