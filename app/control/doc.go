// Package control is how the roles of the program speak to each other: JSON-RPC
// 2.0, a message a line, over a Unix socket that only its owner can reach.
//
// The player serves control.sock ([Serve], [Handler]); the command line calls it
// ([Reach], [Client]); the window follows it and comes back by itself when a
// player ends and another starts ([Link]). The window serves window.sock, on
// which a second launch asks it to come forward ([ServeWindow], [Raise]). Each role
// holds a lock as long as it lives ([Claim]), so that there is one of it.
//
// The package decides nothing and opens no network socket. Its exported methods may be
// called concurrently.
package control
