-- Full text over title and text; the triggers keep it in step with `articles`.
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_search_added AFTER INSERT ON articles
BEGIN
  INSERT INTO article_search (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;

CREATE TRIGGER article_search_removed AFTER DELETE ON articles
BEGIN
  INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
END;

CREATE TRIGGER article_search_changed AFTER UPDATE OF title, text ON articles
BEGIN
  INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
  INSERT INTO article_search (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
