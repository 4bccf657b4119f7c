# Reads many documents in one go: an array of texts, and prints the images of each. Loaded by asciidoctor itself.
require 'json'
require 'cgi'

def images(html)
  captions = html.scan(%r{<div class="title">(.*?)</div>}m).flatten
  html.scan(/<img src="([^"]*)" alt="([^"]*)"/).map do |source, alt|
    caption = captions.shift
    image = { source: CGI.unescapeHTML(source), alt: CGI.unescapeHTML(alt) }
    caption ? image.merge(caption: CGI.unescapeHTML(caption.gsub(/<[^>]*>/, ''))) : image
  end
end

documents = JSON.parse($stdin.read)
seen = documents.map { |text| images(Asciidoctor.convert(text, safe: :safe, attributes: 'figure-caption!')) }
puts JSON.generate(seen)
$stdout.flush
exit! true
