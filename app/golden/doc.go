// Package golden is what pictures are compared with: goldens, the differences from them, and files of few bytes. Only
// tests and what makes the project's own pictures use it. It is pure but for Hold and Write, which touch files, and
// all of it may be called concurrently.
//
//	err := golden.Hold(golden.Golden{Path: "testdata/goldens/pill.png", Failed: "build/goldens/pill.png"}, img)
package golden
