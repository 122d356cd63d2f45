-- For wrk: posts the requests of a file, one after the other and then from the beginning: wrk -s events.lua URL -- FILE.
-- A line is the event's id, its signature and its body, with tabs between them.
local requests, at = {}, 0

function init(words)
  for line in io.lines(words[1]) do
    local id, signature, body = line:match('^([^\t]+)\t([^\t]+)\t(.+)$')
    requests[#requests + 1] = wrk.format('POST', nil, {
      ['Content-Type'] = 'application/json', ['X-Razorpay-Event-Id'] = id, ['X-Razorpay-Signature'] = signature }, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
