"""Policy topics by the Comparative Agendas Project: of a document and of its passages."""
