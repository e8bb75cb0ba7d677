-- What a translator does in Neovim, in this order. ./run starts it.

local texts = assert(vim.env.TEXTS, "start this with tests/editors/run")
local ja = texts .. "/ja-JP/prompts.ftl"
local en = texts .. "/en-US/prompts.ftl"
local zh = texts .. "/zh-CN/prompts.ftl"
local codes = texts .. "/codes.toml"

local LIMIT = 10000 -- milliseconds

---Waits until a condition holds, and fails otherwise. `found` says what is there instead.
local function eventually(what, holds, found)
  if not vim.wait(LIMIT, holds, 20) then
    error(("no %s after %d seconds%s"):format(what, LIMIT / 1000, found and ": " .. vim.inspect(found()) or ""), 0)
  end
end

local function has(text, part, what)
  if not text:find(part, 1, true) then
    error(("no %q in %s: %s"):format(part, what, text), 0)
  end
end

---Returns the text of a file as the editor has it.
local function text_of(path)
  local buffer = vim.fn.bufadd(path)
  vim.fn.bufload(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n")
end

---Opens a file and waits for the server.
local function open(path)
  vim.cmd.edit(path)
  eventually("server for " .. path, function()
    return #vim.lsp.get_clients({ bufnr = 0, name = "prompts" }) == 1
  end)
end

---Puts the cursor at the begin of the first place of a text.
local function go_to(text)
  vim.fn.cursor(1, 1)
  if vim.fn.search([[\V]] .. vim.fn.escape(text, [[\]]), "cW") == 0 then
    error(("no %q in the file"):format(text), 0)
  end
end

---Returns the rules of the diagnostics in the current file.
local function rules()
  local found = vim.tbl_map(function(diagnostic)
    return diagnostic.code
  end, vim.diagnostic.get(0))
  table.sort(found)
  return found
end

local function expect_rules(...)
  local expected = { ... }
  eventually("findings " .. vim.inspect(expected), function()
    return vim.deep_equal(rules(), expected)
  end, rules)
end

---Returns the result of a request about the place of the cursor.
local function ask(method, params)
  params = params or vim.lsp.util.make_position_params(0, "utf-16")
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, LIMIT)
  local answer = answers and select(2, next(answers))
  if not answer or answer.err or answer.error then
    error(("%s: %s"):format(method, problem or vim.inspect(answer)), 0)
  end
  return answer.result
end

local function document()
  return { textDocument = vim.lsp.util.make_text_document_params() }
end

---Returns the text of the window that floats above the file, and closes it.
local function floating()
  local shown
  eventually("floating window", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), "\n")
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
    return false
  end)
  return shown
end

local steps = {
  {
    "findings of an opened file",
    function()
      open(ja)
      assert(vim.bo.filetype == "fluent", vim.bo.filetype)
      expect_rules("missing-message", "stale-translation")
    end,
  },
  {
    "a syntax error before the file is saved, until it is undone",
    function()
      vim.fn.append(vim.fn.line("$"), "broken = { $name")
      expect_rules("missing-message", "stale-translation", "syntax")
      vim.cmd.undo()
      expect_rules("missing-message", "stale-translation")
    end,
  },
  {
    "hover with the texts in the source and the fallback",
    function()
      go_to("room-not-found")
      vim.lsp.buf.hover()
      local shown = floating()
      has(shown, "1004", "the hover")
      has(shown, "房间不存在", "the hover")
      has(shown, "The room does not exist", "the hover")
    end,
  },
  {
    "completion of a variable",
    function()
      go_to("IMにログインできませんでした")
      vim.cmd.normal({ "i{ $", bang = true })
      vim.cmd.normal({ "l", bang = true })
      local labels = vim.tbl_map(function(item)
        return item.label
      end, ask("textDocument/completion"))
      assert(vim.deep_equal(labels, { "im-reused" }), vim.inspect(labels))
      vim.cmd.undo()
    end,
  },
  {
    "completion of the message that is missing",
    function()
      vim.fn.append(vim.fn.line("$"), "per")
      vim.fn.cursor(vim.fn.line("$"), 4)
      vim.cmd.startinsert({ bang = true })
      local params = vim.lsp.util.make_position_params(0, "utf-16")
      params.position.character = 3
      local labels = vim.tbl_map(function(item)
        return item.label
      end, ask("textDocument/completion", params))
      vim.cmd.stopinsert()
      assert(vim.tbl_contains(labels, "permission-denied"), vim.inspect(labels))
      vim.cmd.undo()
    end,
  },
  {
    "inlay hints with codes and source texts",
    function()
      vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
      local function labels()
        return vim.tbl_map(function(it)
          return it.inlay_hint.label
        end, vim.lsp.inlay_hint.get({ bufnr = 0 }))
      end
      eventually("inlay hints", function()
        return #labels() == 4
      end, labels)
      local all = table.concat(labels(), "\n")
      has(all, "400", "the hints")
      has(all, "房间不存在", "the hints")
    end,
  },
  {
    "semantic tokens",
    function()
      go_to("    { $im-reused")
      local row, column = vim.fn.line(".") - 1, vim.fn.col(".") + 6
      local function kinds()
        return vim.tbl_map(function(token)
          return token.type
        end, vim.lsp.semantic_tokens.get_at_pos(0, row, column) or {})
      end
      eventually("token of a variable", function()
        return vim.deep_equal(kinds(), { "variable" })
      end, kinds)
    end,
  },
  {
    "symbols of the file",
    function()
      local names = vim.tbl_map(function(symbol)
        return symbol.name
      end, ask("textDocument/documentSymbol", document()))
      assert(vim.deep_equal(names, { "im-login-failed", "invalid-parameter", "room-not-found", "unknown-code" }), vim.inspect(names))
    end,
  },
  {
    "folding of a message",
    function()
      local folds = ask("textDocument/foldingRange", document())
      assert(#folds > 0, vim.inspect(folds))
    end,
  },
  {
    "acceptance of a stale translation",
    function()
      go_to("zh-CN: 参数错误")
      vim.lsp.buf.code_action({
        apply = true,
        filter = function(action)
          return vim.startswith(action.title, "Accept")
        end,
      })
      expect_rules("missing-message")
      has(text_of(ja), "# zh-CN: 请求参数错误", "ja-JP")
    end,
  },
  {
    "a copy of the missing message",
    function()
      vim.diagnostic.jump({ count = 1, float = false })
      vim.lsp.buf.code_action({
        apply = true,
        filter = function(action)
          return vim.startswith(action.title, "Copy")
        end,
      })
      expect_rules("untranslated")
      has(text_of(ja), "permission-denied = 没有操作权限", "ja-JP")
      go_to("permission-denied = ")
      vim.cmd.substitute([[/没有操作权限/この操作を行う権限がありません/]])
      expect_rules()
    end,
  },
  {
    "from the translation to its source, and to the code",
    function()
      go_to("room-not-found")
      vim.lsp.buf.definition()
      eventually("source file", function()
        return vim.api.nvim_buf_get_name(0) == vim.uv.fs_realpath(zh)
      end)
      eventually("server", function()
        return #vim.lsp.get_clients({ bufnr = 0, name = "prompts" }) == 1
      end)
      vim.lsp.buf.definition()
      eventually("codes.toml", function()
        return vim.api.nvim_buf_get_name(0) == vim.uv.fs_realpath(codes)
      end)
    end,
  },
  {
    "hover on a code, in every language",
    function()
      open(codes)
      go_to("1004")
      vim.lsp.buf.hover()
      has(floating(), "ルームが見つかりません", "the hover")
    end,
  },
  {
    "a new name in all languages and in codes.toml",
    function()
      open(ja)
      local before = rules()
      go_to("room-not-found")
      vim.lsp.buf.rename("no-such-room")
      for _, path in ipairs({ ja, en, zh }) do
        eventually("new name in " .. path, function()
          return text_of(path):find("\nno-such-room = ", 1, true) ~= nil
        end)
      end
      has(text_of(codes), '"no-such-room"', "codes.toml")
      for _, path in ipairs({ ja, en, zh, codes }) do
        assert(not text_of(path):find("room-not-found", 1, true), path)
      end
      vim.cmd.wall()
      expect_rules(unpack(before))
    end,
  },
  {
    "formatting",
    function()
      local before = text_of(ja)
      go_to("no-such-room")
      vim.cmd.substitute([[/ = /    =   /]])
      vim.lsp.buf.format({ timeout_ms = LIMIT })
      local after = text_of(ja)
      assert(after == before, after)
    end,
  },
  {
    "other TOML files without a server",
    function()
      vim.fn.writefile({ "a = 1" }, texts .. "/other.toml")
      vim.cmd.edit(texts .. "/other.toml")
      assert(vim.bo.filetype == "toml", vim.bo.filetype)
      vim.wait(200)
      assert(#vim.lsp.get_clients({ bufnr = 0 }) == 0)
    end,
  },
  {
    "the end of the server",
    function()
      local client = vim.lsp.get_clients({ name = "prompts" })[1]
      client:stop()
      eventually("end", function()
        return client:is_stopped()
      end)
    end,
  },
}

io.stdout:setvbuf("no")
local passed, failed = 0, 0
for _, step in ipairs(steps) do
  local name, run = unpack(step)
  local is_right, problem = pcall(run)
  if is_right then
    passed = passed + 1
    io.stdout:write("ok   ", name, "\n")
  else
    failed = failed + 1
    io.stdout:write("FAIL ", name, ": ", tostring(problem), "\n")
  end
end
io.stdout:write(("%d passed, %d failed\n"):format(passed, failed))
vim.cmd(failed == 0 and "qall!" or "cquit")
