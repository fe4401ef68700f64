// Package journal is what a journal is: sessions and notes in words, the gentle questions and the
// order in which they come, what a search finds, and the files that it can be exported to.
//
// It is pure: it takes the time and the words of the language as arguments. It keeps nothing,
// reads no file, and never counts days, streaks or gaps.
//
//	when := journal.When(entry.At(), time.Now(), words)         // "Tuesday 24 November, evening"
//	index := journal.Draw(seed, drawn, len(questions))          // no question twice until all were asked
//	err := journal.Markdown.Write(out, entries, words)
package journal
