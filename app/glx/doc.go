// Package glx has X's graphics driver loaded beside whatever else there is to be done before a window is made.
//
// A driver is large: software OpenGL brings a compiler along, and the system takes a tenth of a second to bind it, for which
// the window would wait. Once it is in the process, whoever makes a window finds it there.
//
// It also says where a display is lost, which X's library would have end the process as it likes.
//
// It draws nothing, makes no window and no context, and knows nothing of Fyne. What cannot be loaded it leaves to whoever
// makes the window, who can say what is missing. It never looks for a display itself: where DISPLAY should not be
// asked, Preload should not be called.
package glx
