-- Fluent files and codes.toml in Neovim 0.11 or later, with the language server of `prompts`.
--
-- Copy this file into the folder `plugin` of your configuration, such as ~/.config/nvim/plugin/prompts.lua.

vim.filetype.add({
  extension = { ftl = "fluent" },
  filename = { ["codes.toml"] = "toml" },
})

vim.lsp.config("prompts", {
  cmd = { "prompts", "lsp" },
  filetypes = { "fluent", "toml" },
  -- Of the TOML files, only codes.toml is for the server.
  root_dir = function(buffer, start)
    local path = vim.api.nvim_buf_get_name(buffer)
    if vim.bo[buffer].filetype ~= "toml" or vim.fs.basename(path) == "codes.toml" then
      local root = vim.fs.root(buffer, ".git") or vim.fs.root(buffer, { "i18n.toml", "l10n.toml", "codes.toml" })
      start(root or vim.fs.dirname(path))
    end
  end,
  -- Without these, the folder of the locales and the source locale are found for each file.
  init_options = {
    -- dir = "app/i18n", -- from the folder with .git
    -- source = "en",
    -- inlayHints = false,
  },
})

vim.lsp.enable("prompts")

vim.api.nvim_create_autocmd("FileType", {
  pattern = "fluent",
  callback = function()
    vim.bo.commentstring = "# %s"
  end,
})

-- The source text behind the id of each message:
-- vim.lsp.inlay_hint.enable()
