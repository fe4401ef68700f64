// Package store keeps what must outlast the program: settings, the log of
// sessions, and private notes, in one SQLite file in the person's data folder.
// It is the only importer of SQL.
//
// Several processes may have the file open at once. A renewal of a session may
// be lost with the power (synchronous NORMAL); a note is on the disk when
// [Store.AddNote] returns (FULL). Files are readable by their owner only. What is deleted is overwritten,
// not only forgotten; [Store.Erase] leaves nothing of sessions and notes at all.
//
// [Open] keeps the program usable whatever it finds: a damaged file is set
// aside, never deleted; where nothing can be written, memory serves until the
// program ends. [Store.Notice] says so in words for a person. The package
// never uses a network, and never writes a database of a newer version.
//
//	s, err := store.Open("")
//	defer s.Close()
//	sound, err := s.Sound(ctx)
package store
