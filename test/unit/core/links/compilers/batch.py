# Reads many documents in one go: an array of texts, and prints the images of each.
import json
import sys

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

parser = Parser()
settings = get_default_settings(Parser)
settings.report_level = settings.halt_level = 5


def images(text):
    document = new_document("page.rst", settings)
    parser.parse(text, document)
    found = []
    for image in document.findall(nodes.image):
        seen = {"source": image["uri"], "alt": image.get("alt", "")}
        if isinstance(image.parent, nodes.figure):
            seen["caption"] = "".join(c.astext() for c in image.parent if isinstance(c, nodes.caption))
        found.append(seen)
    return found


json.dump([images(text) for text in json.load(sys.stdin)], sys.stdout)
