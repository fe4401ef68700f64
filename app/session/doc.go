// Package session decides what happens: which wishes are heeded in which
// state, and what follows from them.
//
// It is one pure function, [Next]: a state and an event give a new state and
// the effects to carry out. Every event brings the elapsed time it happens at,
// counted from the start of the lead-in on the clock of what plays; nothing
// here reads a clock, starts a goroutine, or does anything. The player carries
// the effects out. All of it may be called concurrently.
//
//	s, effects := session.Next(session.State{}, session.Event{Wish: session.Begin, Plan: plan})
package session
