-- Load for `clerk serve` with wrk; URLs vary per request:
--   wrk -t2 -c4 -d6 --latency -s serve.lua http://127.0.0.1:8001 -- row_json
local scenarios = {
  row_json = '/meetings/minutes/%d.json',
  row_json_new = '/meetings/minutes/%d.json?_n=%d', -- no address comes twice, so no answer is remembered
  table_json_pk = '/meetings/minutes.json?_size=20&_next=%d',
  database_json = '/meetings.json?_n=%d',
  html_row = '/meetings/minutes/%d',
  search = '/meetings/minutes.json?_search=rare%d&_size=20',
  facet = '/meetings/minutes.json?_facet=meeting&_size=1&_n=%d',
  html_table = '/meetings/minutes?_facet=meeting&_size=20&_next=%d',
  filter_sort = '/meetings/minutes.json?meeting=Board+%d&_sort_desc=date&_size=20',
  sql_json = '/meetings/-/query.json?sql=select+meeting,count(*)+from+minutes+where+page!=:n+group+by+1&n=%d',
  csv_1000 = '/meetings/minutes.csv?_size=max&_next=%d',
}

local started, sent = 0, 0

function setup(thread)
  started = started + 1
  thread:set('number', started)
end

function init(args)
  path = assert(scenarios[args[1]], 'Name one scenario of serve.lua')
  math.randomseed(os.time() * 10 + number)
  sent = os.time() % 1e5 * 1e4
end

function request()
  sent = sent + 1
  return wrk.format('GET', path:format(math.random(59000), number * 1e9 + sent))
end
