;;; prompts.el --- Fluent files and codes.toml with `prompts lsp' -*- lexical-binding: t -*-

;; For Emacs 29 or later, which has Eglot, or an older one with the package eglot.
;; Load this file in your init file: (load "/path/to/prompts.el")

(require 'eglot)

;; Colours for an Emacs without semantic tokens.
(defvar fluent-mode-font-lock-keywords
  '(("^#.*$" . font-lock-comment-face)
    ("^-?[A-Za-z][A-Za-z0-9_-]*" . font-lock-function-name-face)
    ("^ +\\(\\.[A-Za-z][A-Za-z0-9_-]*\\) *=" 1 font-lock-type-face)
    ("\\$[A-Za-z][A-Za-z0-9_-]*" . font-lock-variable-name-face)
    ("^ *\\*?\\[ *\\([A-Za-z0-9._-]+\\) *\\]" 1 font-lock-constant-face)))

(defvar fluent-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?- "_" table)
    ;; A quotation mark in a text does not begin a string.
    (modify-syntax-entry ?\" "." table)
    table))

(define-derived-mode fluent-mode text-mode "Fluent"
  "A mode for files of the localization system Fluent."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+ *")
  (setq-local indent-tabs-mode nil)
  (setq-local font-lock-defaults '(fluent-mode-font-lock-keywords t)))

(add-to-list 'auto-mode-alist '("\\.ftl\\'" . fluent-mode))

;; codes.toml has a mode of its own, so that other TOML files do not start the server.
(define-derived-mode prompts-codes-mode conf-toml-mode "Codes"
  "A mode for the table of error codes.")

(add-to-list 'auto-mode-alist '("/codes\\.toml\\'" . prompts-codes-mode))

;; Without initializationOptions, the folder of the locales and the source locale are found for each file:
;; ("prompts" "lsp" :initializationOptions (:dir "app/i18n" :source "en"))
(add-to-list 'eglot-server-programs
             '((fluent-mode prompts-codes-mode) . ("prompts" "lsp")))

(add-hook 'fluent-mode-hook #'eglot-ensure)
(add-hook 'prompts-codes-mode-hook #'eglot-ensure)

(provide 'prompts)
;;; prompts.el ends here
