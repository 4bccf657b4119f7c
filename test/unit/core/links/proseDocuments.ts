// What docutils, Asciidoctor, pandoc and Emacs see in these documents is what stands beside them.
const tick = '`';

export interface ProseDocument {
  readonly text: string;
  /** Path, alt text and caption of each image, in the order of the text. */
  readonly images: readonly (readonly [path: string | undefined, alt: string, caption?: string])[];
  readonly headings: readonly string[];
}

export const proseDocuments: Readonly<Record<string, ProseDocument>> = {
  restructuredtext: {
    text: String.raw`:orphan:

==================
 Getting *started*
==================

.. _intro:

Intro
-----

Some text with |logo| inside::

    .. image:: in-literal.png

And more. See ${tick}link <x.png>${tick}_.

.. |logo| image:: _static/logo.png
   :height: 20px
   :alt: Logo

.. note::

   .. figure:: /images/arch.svg
      :align: center
      :width: 640
      :alt: The architecture, with
         two lines

      The *architecture* of the
      system.

      A legend.

.. code-block:: rst

   .. image:: in-code.png

..
   .. image:: in-comment.png

.. comment
   .. image:: in-comment2.png

1. One

   .. image:: one.png

2. Two

   a) deep

      .. image:: deep.png
         :width: 50%

.. list-table::
   :widths: 1 2

   * - .. image:: cell1.png
          :alt: c1
     - text
   * - more
     - .. figure:: cell2.png

          Cap 2

+---------------------+-------------------+
| .. image:: g1.png   | text              |
|    :alt: G one      |                   |
+---------------------+-------------------+

Term
   .. image:: def.png

.. only:: html

   .. image:: only.png

paragraph
.. image:: para.png
paragraph

.. image:: first.png
.. image:: second.png
   :target: https://x.y

.. figure:: noalt.png

Sub
^^^

    Block quote

    .. image:: quote.png

.. raw:: html

   <img src="raw.png">

.. _target: https://x
.. [1] Footnote .. image:: no.png

   .. image:: infoot.png

End::

> quoted literal
> .. image:: quotedlit.png

..

   .. image:: afterempty.png
`,
    images: [
      ['_static/logo.png', 'Logo'],
      ['/images/arch.svg', 'The architecture, with two lines', 'The architecture of the system.'],
      ['one.png', ''],
      ['deep.png', ''],
      ['cell1.png', 'c1'],
      ['cell2.png', '', 'Cap 2'],
      ['g1.png', 'G one'],
      ['def.png', ''],
      ['only.png', ''],
      ['first.png', ''],
      ['second.png', ''],
      ['noalt.png', ''],
      ['quote.png', ''],
      ['raw.png', ''],
      ['infoot.png', ''],
      ['afterempty.png', ''],
    ],
    headings: ['Getting started', 'Intro', 'Sub'],
  },
  asciidoc: {
    text: String.raw`= Doc *title*
:imagesdir: images
:ext: png
ifdef::env-github[]
:imagesdir: https://raw.example.com/x
endif::[]
ifndef::sub[:sub: deep]

Para image:inline.png[Inline] and image:two words.png["A, b",20] end.

.Block _title_
[#id.role]
image::block.{ext}[Block alt, 300, 200]

* item
+
image::initem.png[In item]
* item2 image:bullet.png[]

 image::literal.png[]

[source,asciidoc]
----
image::code.png[]
----

[source]
image::para.png[]

....
image::lit.png[]
....

====
image::example.png[Ex]
====

// image::comment.png[]

////
image::comment2.png[]
////

|===
|image:cell.png[Cell] | x

a|image::acell.png[A]
|===

text
image::midpara.png[]

:imagesdir: other/{sub}

image::after.png[After]
image::/abs.png[Abs]
image::https://x.y/z.png[Uri]

NOTE: See image:note.png[].

[quote]
____
image::quoted.png[Q]
____

:!imagesdir:

image::unset.png[]

${tick}image:mono.png[m]${tick} +image:pass.png[p]+ pass:[image:pass2.png[]]

== Sec ${tick}two${tick}

Term:: image:term.png[]
`,
    images: [
      ['images/inline.png', 'Inline'],
      ['images/two words.png', 'A, b'],
      ['images/block.png', 'Block alt', 'Block title'],
      ['images/initem.png', 'In item'],
      ['images/bullet.png', ''],
      ['images/example.png', 'Ex'],
      ['images/cell.png', 'Cell'],
      ['images/acell.png', 'A'],
      ['other/deep/after.png', 'After'],
      ['/abs.png', 'Abs'],
      [undefined, 'Uri'],
      ['other/deep/note.png', ''],
      ['other/deep/quoted.png', 'Q'],
      ['unset.png', ''],
      ['mono.png', 'm'],
      ['term.png', ''],
    ],
    headings: ['Doc title', 'Sec two'],
  },
  latex: {
    text: String.raw`\documentclass{article}
\begin{document}
\section{One \emph{two}}
\includegraphics[width=3cm]{a.png}
% \includegraphics{no.png}
\begin{figure}
\centering
\includegraphics[width=0.5\textwidth]{img/b.jpg}
\caption{Cap \textbf{bold}}
\end{figure}
\begin{verbatim}
\includegraphics{no2.png}
\end{verbatim}
\begin{lstlisting}
\includegraphics{no3.png}
\end{lstlisting}
\verb|\includegraphics{no4.png}| 50\% \includegraphics{c.png} \\% x \includegraphics{no5.png}
\begin{itemize}
\item \includegraphics
  {d.png}
\end{itemize}
\begin{comment}
\includegraphics{no6.png}
\end{comment}
\iffalse
\includegraphics{no7.png}
\fi
\subsection*{Three}
\end{document}
\includegraphics{no8.png}
`,
    images: [
      ['a.png', ''],
      ['img/b.jpg', '', 'Cap bold'],
      ['c.png', ''],
      ['d.png', ''],
    ],
    headings: ['One two', 'Three'],
  },
  typst: {
    text: String.raw`// image #image("no.png")
/* /* #image("no.png") */ #image("no.png") */
= Title *bold* <lab>
image("no.png") ${tick}#image("no.png")${tick}
${tick}${tick}${tick}typ
#image("no.png")
${tick}${tick}${tick}
#image("a.png", alt: "A \"q\" \u{1f600}", width: 50%)
#figure(
  image("b.png", width: 80%), // comment )
  caption: [The *big* [caption]],
) <fig>
#let x = image("c.png")
#image("a" + ext) #image(path) #image.decode("x")
text https://x.y/#image("d.png") \#image("no.png") $ "a" + #x $
#grid(columns: 2, image("e.png"), [text #image("f.png") more])
#figure(grid(image("g.png"), image("h.png")), caption: "Two", alt: "both")
#set page(background: image("i.png"))
#show heading: it => { image("j.png"); it }
#if true [ #image("k.png") ] else { image("l.png") }
#std.image("m.png")
== Second
`,
    images: [
      ['a.png', 'A "q" 😀'],
      ['b.png', '', 'The big [caption]'],
      ['c.png', ''],
      ['d.png', ''],
      ['e.png', ''],
      ['f.png', ''],
      ['g.png', 'both', 'Two'],
      ['h.png', 'both', 'Two'],
      ['i.png', ''],
      ['j.png', ''],
      ['k.png', ''],
      ['l.png', ''],
      ['m.png', ''],
    ],
    headings: ['Title bold', 'Second'],
  },
  org: {
    text: String.raw`#+TITLE: X
#+TODO: NEXT | DROPPED
* NEXT [#A] Head *b* [1/3]  :tag:x:
#+CAPTION: The /cap/
#+ATTR_HTML: :alt Alt words :width 300px
[[file:a.png]]
** COMMENT Hidden
[[file:hidden.png]]
*** Deeper
[[file:hidden2.png]]
** Shown
Text [[./b.jpg]] and =[[file:no.png]]= and ~[[file:no2.png]]~ more.
#+begin_src org
[[file:no3.png]]
#+end_src
#+BEGIN_EXAMPLE
[[file:no4.png]]
#+END_EXAMPLE
#+begin_quote
[[file:quote.png]]
#+end_quote
# [[file:no5.png]]
: [[file:no6.png]]
- item [[file:item.png]]
| cell | [[file:cell.png]] |
[[file:linked.png][a description]]
[[https://x.y][file:thumb.png]]
[[https://x.y/z.png]]
file:plain.svg
@@html:[[file:no7.png]]@@
#+begin_export html
[[file:no8.png]]
#+end_export
#+begin_comment
[[file:no9.png]]
#+end_comment
[[id:abc.png]] [[*heading.png]]
`,
    images: [
      ['a.png', 'Alt words', 'The cap'],
      ['./b.jpg', ''],
      ['quote.png', ''],
      ['item.png', ''],
      ['cell.png', ''],
      ['thumb.png', ''],
      [undefined, ''],
      ['plain.svg', ''],
    ],
    headings: ['Head b', 'Shown'],
  },
};
