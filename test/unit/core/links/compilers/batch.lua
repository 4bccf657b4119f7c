-- Reads many documents in one go: each is a format, a unit separator, a text and a record separator.
function Reader(input)
  local blocks = {}
  for document in tostring(input):gmatch('([^\x1e]*)\x1e') do
    local format, text = document:match('^([^\x1f]*)\x1f(.*)$')
    table.insert(blocks, pandoc.Div(pandoc.read(text, format).blocks))
  end
  return pandoc.Pandoc(blocks)
end
